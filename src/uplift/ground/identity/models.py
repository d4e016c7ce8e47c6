"""People who sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Makes accounts; they are found by e-mail address without regard to case."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person with an account. What they may do comes from their seats, never from here."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    digest = models.BooleanField(default=True)  # one e-mail a day with what is due

    demo = models.BooleanField(default=False)  # only these can use one-click sign-in
    demo_says = models.CharField(max_length=200, blank=True)
    demo_board = models.CharField(max_length=200, blank=True)  # the heading they stand under

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "password": "confidential",
        "last_login": "confidential",
        "email": "internal",
        "name": "internal",
        "is_active": "internal",
        "made_at": "internal",
        "digest": "internal",
        "demo": "internal",
        "demo_says": "internal",
        "demo_board": "internal",
    }

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_an_email"),)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, under the title that Django's own parts ask for."""
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)


class Lockout(models.Model):
    """Failed passwords of one account name since the last right one, whether it exists or not.

    `key` is a keyed digest of the e-mail address typed.
    """

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveSmallIntegerField(default=0)
    last_failed = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "key": "internal",
        "failures": "internal",
        "last_failed": "internal",
    }

    def __str__(self) -> str:
        return f"{self.failures} failures"
