"""The thread of a finding: what hangs on it, its six boxes, and where it is stuck."""
