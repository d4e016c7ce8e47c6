"""Asking whether a word that is also somebody's name names them here."""

from django import forms

from uplift.ground.drafts.forms import OnceForm


class NamesChecked(OnceForm):
    """A form whose text leaves the case; the question is on the page once a word was found."""

    names_checked = forms.BooleanField(
        label="I have looked: the word is not that person's name here",
        required=False,
        widget=forms.HiddenInput,
    )

    def ask_about_names(self) -> None:
        """Put the question on the page."""
        self.fields["names_checked"].widget = forms.CheckboxInput()
