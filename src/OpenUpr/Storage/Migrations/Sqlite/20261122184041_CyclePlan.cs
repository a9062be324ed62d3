using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CyclePlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agenda_choices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    on_page = table.Column<bool>(type: "INTEGER", nullable: true),
                    by_mail = table.Column<bool>(type: "INTEGER", nullable: false),
                    days_before = table.Column<int>(type: "INTEGER", nullable: true),
                    digest_day = table.Column<int>(type: "INTEGER", nullable: true),
                    with_titles = table.Column<bool>(type: "INTEGER", nullable: false),
                    sealed_address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agenda_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_agenda_choices_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    with_titles = table.Column<bool>(type: "INTEGER", nullable: false),
                    made_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coalition_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<string>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    second_link = table.Column<string>(type: "TEXT", nullable: true),
                    regional_group = table.Column<string>(type: "TEXT", nullable: true),
                    agenda = table.Column<string>(type: "TEXT", nullable: true),
                    record = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    ticked = table.Column<string>(type: "TEXT", nullable: false),
                    keep_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    names_deleted_at = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coalition_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_coalition_events_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    exported_at = table.Column<string>(type: "TEXT", nullable: false),
                    arrived_at = table.Column<string>(type: "TEXT", nullable: false),
                    shift = table.Column<long>(type: "INTEGER", nullable: false),
                    last_number = table.Column<long>(type: "INTEGER", nullable: false),
                    flaws_then = table.Column<int>(type: "INTEGER", nullable: false),
                    proof = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coalition_moves", x => x.id);
                    table.ForeignKey(
                        name: "FK_coalition_moves_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    comments_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    invitees = table.Column<string>(type: "TEXT", nullable: false),
                    channels = table.Column<string>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    choice = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: true),
                    organisations = table.Column<int>(type: "INTEGER", nullable: true),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.id);
                    table.ForeignKey(
                        name: "FK_consultations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    follow_up_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    entered_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_contact_events_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    office = table.Column<string>(type: "TEXT", nullable: true),
                    duty = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_gate_keeper = table.Column<bool>(type: "INTEGER", nullable: false),
                    do_not_contact = table.Column<bool>(type: "INTEGER", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    successor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    entered_at = table.Column<string>(type: "TEXT", nullable: false),
                    stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => x.id);
                    table.ForeignKey(
                        name: "FK_contacts_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_boards",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    session = table.Column<int>(type: "INTEGER", nullable: false),
                    starts_at = table.Column<string>(type: "TEXT", nullable: false),
                    member_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    other_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    webcast = table.Column<string>(type: "TEXT", nullable: true),
                    viewing = table.Column<string>(type: "TEXT", nullable: true),
                    troika = table.Column<string>(type: "TEXT", nullable: true),
                    troika_note = table.Column<string>(type: "TEXT", nullable: true),
                    floor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_boards", x => x.id);
                    table.ForeignKey(
                        name: "FK_day_boards_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    board_id = table.Column<long>(type: "INTEGER", nullable: false),
                    speaker_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    issues = table.Column<string>(type: "TEXT", nullable: false),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: true),
                    draft_score = table.Column<double>(type: "REAL", nullable: true),
                    is_ours = table.Column<bool>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    recommendation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_notes", x => x.id);
                    table.ForeignKey(
                        name: "FK_day_notes_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_speakers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    board_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    is_member = table.Column<bool>(type: "INTEGER", nullable: false),
                    spoke_at = table.Column<string>(type: "TEXT", nullable: true),
                    is_left_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_speakers", x => x.id);
                    table.ForeignKey(
                        name: "FK_day_speakers_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_comments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    settled_at = table.Column<string>(type: "TEXT", nullable: true),
                    settled_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_comments", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_comments_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_copies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_copies", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_copies_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_moves", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_moves_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_priorities",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    issue = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_priorities", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_priorities_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_recommendations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    priority_id = table.Column<long>(type: "INTEGER", nullable: true),
                    issue = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_number = table.Column<int>(type: "INTEGER", nullable: true),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_recommendations", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_recommendations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    source_kind = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    recommendation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    targets = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_draft_versions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_guests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: true),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    area = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_guests", x => x.id);
                    table.ForeignKey(
                        name: "FK_event_guests_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_slots",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    speaker = table.Column<byte[]>(type: "BLOB", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: true),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_slots", x => x.id);
                    table.ForeignKey(
                        name: "FK_event_slots_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "government_meetings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    with = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    every_months = table.Column<int>(type: "INTEGER", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_government_meetings", x => x.id);
                    table.ForeignKey(
                        name: "FK_government_meetings_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<string>(type: "TEXT", nullable: false),
                    claims = table.Column<int>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<string>(type: "TEXT", nullable: true),
                    handed_at = table.Column<string>(type: "TEXT", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_mails", x => x.id);
                    table.ForeignKey(
                        name: "FK_outgoing_mails_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    task_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_changes", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_changes_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    fit = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<string>(type: "TEXT", nullable: true),
                    done_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    checklist = table.Column<string>(type: "TEXT", nullable: false),
                    moved_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    moved_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_tasks", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_tasks_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "press_texts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    series_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    sur = table.Column<string>(type: "TEXT", nullable: false),
                    session = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    approver_id = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_press_texts", x => x.id);
                    table.ForeignKey(
                        name: "FK_press_texts_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "priority_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    priority_id = table.Column<long>(type: "INTEGER", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recommendation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    raised_issue_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_priority_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_priority_links_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quiet_periods",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_yearly = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quiet_periods", x => x.id);
                    table.ForeignKey(
                        name: "FK_quiet_periods_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "raised_issues",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    consultation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    issue = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    fate = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: true),
                    paragraphs = table.Column<string>(type: "TEXT", nullable: true),
                    next_use = table.Column<string>(type: "TEXT", nullable: false),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_raised_issues", x => x.id);
                    table.ForeignKey(
                        name: "FK_raised_issues_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    session = table.Column<int>(type: "INTEGER", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    dated_at = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_plans", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_plans_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_uploads",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    added_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_uploads", x => x.id);
                    table.ForeignKey(
                        name: "FK_sheet_uploads_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spent_tickets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spent_tickets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_choices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    sur = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    issue = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    talker_id = table.Column<long>(type: "INTEGER", nullable: true),
                    progress = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_target_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_target_choices_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "treaty_dates",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    committee = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treaty_dates", x => x.id);
                    table.ForeignKey(
                        name: "FK_treaty_dates_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_references",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    thing = table.Column<string>(type: "TEXT", nullable: false),
                    thing_id = table.Column<long>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    identity = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_references", x => x.id);
                    table.ForeignKey(
                        name: "FK_waiting_references_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "way_choices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    ticked = table.Column<string>(type: "TEXT", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_way_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_way_choices_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_coalition_id_thing_thing_id",
                table: "audit_entries",
                columns: new[] { "coalition_id", "thing", "thing_id" });

            migrationBuilder.CreateIndex(
                name: "IX_agenda_choices_coalition_id",
                table: "agenda_choices",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_token_hash",
                table: "calendar_feeds",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coalition_events_coalition_id",
                table: "coalition_events",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_coalition_moves_coalition_id",
                table: "coalition_moves",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_coalition_id",
                table: "consultations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_contact_events_coalition_id",
                table: "contact_events",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_contact_events_contact_id",
                table: "contact_events",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_coalition_id",
                table: "contacts",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_coalition_id_stamp",
                table: "contacts",
                columns: new[] { "coalition_id", "stamp" });

            migrationBuilder.CreateIndex(
                name: "IX_day_boards_coalition_id",
                table: "day_boards",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_day_notes_board_id_client_id",
                table: "day_notes",
                columns: new[] { "board_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_day_notes_board_id_sequence",
                table: "day_notes",
                columns: new[] { "board_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_day_notes_coalition_id",
                table: "day_notes",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_day_speakers_board_id_sequence",
                table: "day_speakers",
                columns: new[] { "board_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_day_speakers_coalition_id",
                table: "day_speakers",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_comments_coalition_id",
                table: "draft_comments",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_comments_draft_id",
                table: "draft_comments",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_copies_coalition_id",
                table: "draft_copies",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_copies_draft_id_member_id",
                table: "draft_copies",
                columns: new[] { "draft_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_draft_moves_coalition_id",
                table: "draft_moves",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_moves_draft_id",
                table: "draft_moves",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_priorities_coalition_id",
                table: "draft_priorities",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_recommendations_coalition_id",
                table: "draft_recommendations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_versions_coalition_id",
                table: "draft_versions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_draft_versions_draft_id_number",
                table: "draft_versions",
                columns: new[] { "draft_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_guests_coalition_id",
                table: "event_guests",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_event_guests_event_id",
                table: "event_guests",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "IX_event_slots_coalition_id",
                table: "event_slots",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_event_slots_event_id",
                table: "event_slots",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "IX_government_meetings_coalition_id",
                table: "government_meetings",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_coalition_id",
                table: "outgoing_mails",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_member_id_key",
                table: "outgoing_mails",
                columns: new[] { "member_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_coalition_id",
                table: "plan_changes",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_plan_id",
                table: "plan_changes",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_plan_tasks_coalition_id",
                table: "plan_tasks",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_plan_tasks_plan_id",
                table: "plan_tasks",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_press_texts_coalition_id",
                table: "press_texts",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_press_texts_coalition_id_series_id_number",
                table: "press_texts",
                columns: new[] { "coalition_id", "series_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_priority_links_coalition_id",
                table: "priority_links",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_priority_links_priority_id",
                table: "priority_links",
                column: "priority_id");

            migrationBuilder.CreateIndex(
                name: "IX_quiet_periods_coalition_id",
                table: "quiet_periods",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_raised_issues_coalition_id",
                table: "raised_issues",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_raised_issues_consultation_id",
                table: "raised_issues",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "IX_review_plans_coalition_id",
                table: "review_plans",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_sheet_uploads_coalition_id",
                table: "sheet_uploads",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_spent_tickets_hash",
                table: "spent_tickets",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_target_choices_coalition_id",
                table: "target_choices",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_treaty_dates_coalition_id",
                table: "treaty_dates",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_references_coalition_id",
                table: "waiting_references",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_way_choices_coalition_id",
                table: "way_choices",
                column: "coalition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_choices");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "coalition_events");

            migrationBuilder.DropTable(
                name: "coalition_moves");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "contact_events");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "day_boards");

            migrationBuilder.DropTable(
                name: "day_notes");

            migrationBuilder.DropTable(
                name: "day_speakers");

            migrationBuilder.DropTable(
                name: "draft_comments");

            migrationBuilder.DropTable(
                name: "draft_copies");

            migrationBuilder.DropTable(
                name: "draft_moves");

            migrationBuilder.DropTable(
                name: "draft_priorities");

            migrationBuilder.DropTable(
                name: "draft_recommendations");

            migrationBuilder.DropTable(
                name: "draft_versions");

            migrationBuilder.DropTable(
                name: "event_guests");

            migrationBuilder.DropTable(
                name: "event_slots");

            migrationBuilder.DropTable(
                name: "government_meetings");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "plan_changes");

            migrationBuilder.DropTable(
                name: "plan_tasks");

            migrationBuilder.DropTable(
                name: "press_texts");

            migrationBuilder.DropTable(
                name: "priority_links");

            migrationBuilder.DropTable(
                name: "quiet_periods");

            migrationBuilder.DropTable(
                name: "raised_issues");

            migrationBuilder.DropTable(
                name: "review_plans");

            migrationBuilder.DropTable(
                name: "sheet_uploads");

            migrationBuilder.DropTable(
                name: "spent_tickets");

            migrationBuilder.DropTable(
                name: "target_choices");

            migrationBuilder.DropTable(
                name: "treaty_dates");

            migrationBuilder.DropTable(
                name: "waiting_references");

            migrationBuilder.DropTable(
                name: "way_choices");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_coalition_id_thing_thing_id",
                table: "audit_entries");
        }
    }
}
