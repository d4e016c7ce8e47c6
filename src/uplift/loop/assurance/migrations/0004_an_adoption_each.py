import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assurance", "0003_statements_know_their_adoption")]

    operations = [
        migrations.AlterField(
            model_name="attestation",
            name="adoption",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attestations",
                to="frameworks.adoption",
            ),
        ),
    ]
