"""Receiving uploads without letting more onto the disk than the instance takes."""

from io import BytesIO
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

#: So many files of the largest size may come with one form.
FILES_A_FORM = 4


class StopEarly(TemporaryFileUploadHandler):
    """Streams each file to a temporary one, up to the size that a file may have.

    Of a larger file nothing is kept, and the form's other fields still arrive: the file that the
    form gets knows its size and is refused at its field. A form that is larger than several whole
    files isn't read at all.
    """

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 - Django's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > FILES_A_FORM * settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("The form is larger than several whole files.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if not self.too_large and start + len(raw_data) > settings.UPLOAD_MAX_BYTES:
            self.too_large = True
            self.file.close()
        if not self.too_large:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        if self.too_large:
            return UploadedFile(BytesIO(), self.file_name, self.content_type, file_size)
        return super().file_complete(file_size)
