"""Fields for choosing files."""

from typing import IO, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from uplift.ground.documents import checks, kinds, names
from uplift.ground.documents.refused import FileRefused


class Upload(forms.FileField):
    """One file; what is wrong with it is said at the field."""

    default_error_messages = {
        "empty": "The file is empty.",
        "missing": "Choose the file again.",
        "invalid": "Choose a file.",
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["accept"] = kinds.ACCEPT

    def to_python(self, data: Any) -> "UploadedFile[bytes] | None":
        upload = cast("UploadedFile[bytes] | None", super().to_python(data))
        if upload is None:
            return None
        try:
            checks.within_size(upload.size or 0)
            checks.check(cast(IO[bytes], upload.file), names.safe(upload.name or ""))
        except FileRefused as refusal:
            raise ValidationError(refusal.sentence, code="refused") from refusal
        return upload


class _SeveralInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class Uploads(Upload):
    """Several files at once: a list, each refused for itself and by its name."""

    widget = _SeveralInput

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        chosen = data if isinstance(data, list | tuple) and data else [data or None]
        files, errors = [], []
        for upload in chosen:
            try:
                files.append(super().clean(upload, initial))
            except ValidationError as error:
                name = names.safe(upload.name) + ": " if upload else ""
                errors += [f"{name}{sentence}" for sentence in error.messages]
        if errors:
            raise ValidationError(errors)
        return [file for file in files if file]
