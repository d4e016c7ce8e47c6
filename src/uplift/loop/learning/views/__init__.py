"""The pages of the learning: findings, their sources, themes and outcomes."""
