from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def give(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Each statement is of what the board worked by when it was made."""
    adoption = apps.get_model("frameworks", "Adoption")
    for one in apps.get_model("assurance", "Attestation").objects.filter(adoption=None):
        by_then = adoption.objects.filter(board=one.board_id, starts__lte=one.at.date())
        one.adoption = by_then.order_by("-starts").first()
        one.save(update_fields=["adoption"])


class Migration(migrations.Migration):
    dependencies = [("assurance", "0002_acceptance_and_evidence")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
