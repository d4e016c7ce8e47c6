from django.db import migrations

from uplift.ground.history.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [append_only("publishing_frozencopy")]
