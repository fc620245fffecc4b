"""What did version 2 of the office's tables change?"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """From version 1 to 2."""
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("speaker_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("state_reason_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))

    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("position", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("position_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("amendments_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("due_words_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))

    with op.batch_alter_table("decision_part", schema=None) as batch_op:
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))

    with op.batch_alter_table("decision_party", schema=None) as batch_op:
        batch_op.add_column(sa.Column("name_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("how_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("received_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("issue", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("told_date", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("told_time", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("told_place", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("told_place_ru", sa.Text(), server_default="", nullable=False))
        batch_op.drop_constraint(batch_op.f("uq_delivery_meeting_id_person_id_kind"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_delivery_meeting_id_person_id_kind_issue"), ["meeting_id", "person_id", "kind", "issue"]
        )

    with op.batch_alter_table("dissenting_opinion", schema=None) as batch_op:
        batch_op.add_column(sa.Column("text_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))

    with op.batch_alter_table("invited", schema=None) as batch_op:
        batch_op.add_column(sa.Column("position_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("reason_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("late_notice_reason_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("recusal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("speech", schema=None) as batch_op:
        batch_op.add_column(sa.Column("position_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("text_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))

    with op.batch_alter_table("vote_round", schema=None) as batch_op:
        batch_op.add_column(sa.Column("label_ru", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("written_opinion", schema=None) as batch_op:
        batch_op.add_column(sa.Column("text_ru", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("russian_of", sa.Text(), server_default="{}", nullable=False))
