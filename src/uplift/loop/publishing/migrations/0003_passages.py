from typing import Any

from django.conf import settings
from django.db import migrations, models

import uplift.ground.identity.sealed


def keep_answers(apps: Any, schema_editor: Any) -> None:
    """What was answered before says why words may stay."""
    passages = apps.get_model("publishing", "Passage")
    passages.objects.exclude(answer="").update(verdict="stays")


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameModel("NamedWords", "Passage"),
        migrations.AlterModelOptions("Passage", options={"ordering": ("number", "pk")}),
        migrations.RemoveConstraint("Passage", "one_answer_a_word"),
        migrations.RemoveField("Passage", "times"),
        migrations.AddField(
            "Passage", "certainty", models.CharField(default="likely", max_length=10)
        ),
        migrations.AddField("Passage", "alike", models.CharField(blank=True, max_length=64)),
        migrations.AddField("Passage", "place", models.CharField(blank=True, max_length=80)),
        migrations.AddField("Passage", "why", models.CharField(blank=True, max_length=300)),
        migrations.AddField("Passage", "suggestion", models.CharField(blank=True, max_length=200)),
        migrations.AddField("Passage", "number", models.PositiveIntegerField(default=0)),
        migrations.AddField(
            "Passage",
            "verdict",
            models.CharField(
                blank=True,
                choices=[
                    ("out", "Taken out"),
                    ("other", "Not this person"),
                    ("stays", "May stay"),
                ],
                max_length=5,
            ),
        ),
        migrations.AlterField(
            "Passage",
            "kind",
            models.CharField(
                choices=[
                    ("name", "Name"),
                    ("birth", "Date of birth"),
                    ("address", "Address"),
                    ("postcode", "Postcode"),
                    ("place", "School or place"),
                    ("contact", "Telephone or e-mail"),
                    ("number", "Number or reference"),
                    ("traits", "Rare combination"),
                    ("date", "Exact date"),
                    ("detail", "Telling detail"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            "Passage",
            "publication",
            models.ForeignKey(
                on_delete=models.deletion.CASCADE,
                related_name="passages",
                to="publishing.publication",
            ),
        ),
        migrations.AddConstraint(
            "Passage",
            models.UniqueConstraint(fields=("publication", "mark"), name="one_answer_a_passage"),
        ),
        migrations.AddField(
            "Publication", "also", uplift.ground.identity.sealed.SealedField(default=list)
        ),
        migrations.RunPython(keep_answers, migrations.RunPython.noop, elidable=True),
    ]
