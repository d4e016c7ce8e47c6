"""The pages of cases, by topic."""
