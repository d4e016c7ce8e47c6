"""What every page stands on: components, form fields, base templates, filters."""
