"""The pages of impact: threads, outcomes, evaluations."""
