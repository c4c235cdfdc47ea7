"""Each release has a state of its own. No row is kept: an index is compared before it is believed.

Columns have defaults in the database, so that processes of an older release go on writing beside it.
"""

import django.utils.timezone
from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_state_of_targets'),
    ]

    operations = [
        migrations.DeleteModel(name='TargetState'),
        migrations.CreateModel(
            name='TargetState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('target', models.CharField(max_length=32)),
                ('fingerprint', models.CharField(db_default='', max_length=16)),
                ('seen_at', models.DateTimeField(db_default=Now(), default=django.utils.timezone.now)),
                ('compared_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('failed_at', models.DateTimeField(null=True)),
                ('away_since', models.DateTimeField(null=True)),
                ('next_trial', models.DateTimeField(null=True)),
                ('is_silent', models.BooleanField(default=False)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'state of an index',
                'verbose_name_plural': 'states of indexes',
                'constraints': [
                    models.UniqueConstraint(fields=('target', 'fingerprint'), name='one_state_per_index'),
                ],
            },
        ),
        migrations.AddField(
            model_name='indexjob',
            name='fingerprint',
            field=models.CharField(blank=True, db_default='', default='', max_length=16),
        ),
        migrations.RemoveIndex(model_name='indexjob', name='due_index_jobs'),
        migrations.AddIndex(
            model_name='indexjob',
            index=models.Index(
                condition=models.Q(('done_at', None)),
                fields=['target', 'fingerprint', 'due_at'],
                name='due_index_jobs',
            ),
        ),
    ]
