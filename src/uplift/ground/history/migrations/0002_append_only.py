from django.db import migrations

from uplift.ground.history.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [append_only("history_entry"), append_only("history_reading")]
