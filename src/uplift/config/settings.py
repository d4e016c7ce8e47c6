"""Settings, all of them from the environment (`UPLIFT_...`), safe by default.

`UPLIFT_ENV` is `production` (the default: refuses to start without its keys), `development`
(what `make demo` uses) or `test`.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from uplift.config import keys

BASE_DIR = Path(__file__).resolve().parents[3]
PACKS_DIR = BASE_DIR / "src" / "uplift" / "packs"

env = environ.Env()
VAR_DIR = Path(env.str("UPLIFT_VAR", str(BASE_DIR / "var")))
# `make demo` leaves its choices here, so that later commands on the same machine agree with it.
environ.Env.read_env(VAR_DIR / "env")
ENVIRONMENT = env.str("UPLIFT_ENV", "production")
if ENVIRONMENT not in {"production", "development", "test"}:
    raise ImproperlyConfigured(
        f"UPLIFT_ENV is {ENVIRONMENT!r}: it must be production, development or test."
    )
PRODUCTION = ENVIRONMENT == "production"
DEBUG = False
DEMO = env.bool("UPLIFT_DEMO", False)
if DEMO and PRODUCTION:
    raise ImproperlyConfigured("One-click demo sign-in can't be switched on in production.")

_keys = keys.load(env, VAR_DIR, required=PRODUCTION)
SECRET_KEY = _keys.secret
SEAL_KEYS = _keys.seal
HISTORY_KEY = _keys.history

ALLOWED_HOSTS = env.list("UPLIFT_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("UPLIFT_ORIGINS", default=[])
SITE_URL = env.str("UPLIFT_SITE_URL", "http://localhost:8000")

INSTALLED_APPS = [
    "uplift.ground.ui",
    "uplift.ground.identity",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_q",
    "modelsearch",
    "uplift.ground.drafts",
    "uplift.ground.boards",
    "uplift.ground.history",
    "uplift.ground.access",
    "uplift.ground.documents",
    "uplift.ground.frameworks",
    "uplift.loop.cases",
    "uplift.loop.lessons",
    "uplift.loop.reviews",
    "uplift.loop.learning",
    "uplift.loop.actions",
    "uplift.loop.sharing",
    "uplift.loop.impact",
    "uplift.loop.assurance",
    "uplift.loop.publishing",
    "uplift.front.public",
    "uplift.front.desk",
    "uplift.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "uplift.ground.identity.sessions.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "uplift.ground.ui.errors.RefusalPages",
    "uplift.ground.access.gate.RouteGate",
]

ROOT_URLCONF = "uplift.config.urls"
ROUTE_TABLE = "uplift.config.routes.ROUTES"
WSGI_APPLICATION = "uplift.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "uplift.ground.ui.environment.environment",
            "context_processors": ["uplift.ground.ui.context.page"],
        },
    },
]

DATABASES = {
    "default": env.db_url("UPLIFT_DATABASE_URL", f"sqlite:///{VAR_DIR / 'uplift.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "uplift.ground.identity.passwords.LongEnough"},
    {"NAME": "uplift.ground.identity.passwords.NotCommon"},
    {"NAME": "uplift.ground.identity.passwords.NotAboutYou"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "uplift.ground.identity.adapter.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# With this one, opening a link writes nothing, so mail scanners don't use it up.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a class, no secret
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("UPLIFT_PROXIES", 1 if PRODUCTION else 0)
ACCOUNT_FORMS = {
    "login": "uplift.ground.identity.forms.SignIn",
    "reset_password": "uplift.ground.identity.forms.AskForReset",
    "reset_password_from_key": "uplift.ground.identity.forms.ChoosePassword",
    "change_password": "uplift.ground.identity.forms.ChangePassword",
    "set_password": "uplift.ground.identity.forms.SetPassword",
    "reauthenticate": "uplift.ground.identity.forms.ConfirmPassword",
}
MFA_FORMS = {
    "authenticate": "uplift.ground.identity.forms.EnterCode",
    "reauthenticate": "uplift.ground.identity.forms.EnterCodeAgain",
    "activate_totp": "uplift.ground.identity.forms.ActivateApp",
}
MFA_ADAPTER = "uplift.ground.identity.adapter.SecondStep"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Uplift"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
UPLIFT_REQUIRE_MFA = env.bool("UPLIFT_REQUIRE_MFA", PRODUCTION)
SESSION_IDLE_SECONDS = 30 * 60
SESSION_ABSOLUTE_SECONDS = SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "uplift.ground.ui.errors.forged"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
UPLIFT_SECTIONS = "uplift.config.sections.SECTIONS"
UPLIFT_SEARCH = "desk:search"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Set-up puts them here, wherever the data lives.
ASSETS = BASE_DIR / "var" / "assets"
STATICFILES_DIRS = [ASSETS] if ASSETS.exists() else []
MEDIA_ROOT = VAR_DIR / "files"
WHITENOISE_USE_FINDERS = not PRODUCTION

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
UPLOAD_MAX_BYTES = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["uplift.ground.documents.uploads.StopEarly"]
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_SCAN = env.str("UPLIFT_UPLOAD_SCAN", "")  # path of a function; see documents.operations

EMAIL_CONFIG = env.email_url("UPLIFT_EMAIL_URL", "consolemail://" if not PRODUCTION else "smtp://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("UPLIFT_FROM_EMAIL", "Uplift <uplift@localhost>")

Q_CLUSTER = {
    "name": "uplift",
    "orm": "default",
    "workers": 1,
    "timeout": 300,
    "retry": 600,
    "max_attempts": 500,  # every 10 minutes: mail waits for a server that is down for three days
    "catch_up": False,
    "poll": 2,
    "log_level": "WARNING",
}
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "uplift.front.desk.searching"}}
