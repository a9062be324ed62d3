using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_comments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    action_number = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<long>(type: "bigint", nullable: true),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_comments", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_comments_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    ministry = table.Column<string>(type: "text", nullable: true),
                    actors = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    targets = table.Column<string>(type: "text", nullable: true),
                    plans = table.Column<string>(type: "text", nullable: true),
                    assistance = table.Column<string>(type: "text", nullable: true),
                    law = table.Column<string>(type: "text", nullable: true),
                    budget = table.Column<string>(type: "text", nullable: true),
                    committee = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_entries_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_guests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_guests", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_guests_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    baseline = table.Column<decimal>(type: "numeric", nullable: true),
                    target = table.Column<decimal>(type: "numeric", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sdg = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_indicators", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_indicators_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    row_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_links_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    view = table.Column<string>(type: "text", nullable: true),
                    view_of = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_action_versions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adoption_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoption_days", x => x.id);
                    table.ForeignKey(
                        name: "FK_adoption_days_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    assessment_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessment_evidence_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_rounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_rounds", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessment_rounds_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    row_id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: true),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<string>(type: "text", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    regression = table.Column<string>(type: "text", nullable: true),
                    effect = table.Column<string>(type: "text", nullable: true),
                    matrix_row_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by_id = table.Column<long>(type: "bigint", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessments_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dissemination_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    whom = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dissemination_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_dissemination_steps_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "followed_recommendations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    recommendation_id = table.Column<long>(type: "bigint", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    states = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<string>(type: "text", nullable: true),
                    issues = table.Column<string>(type: "text", nullable: false),
                    goals = table.Column<string>(type: "text", nullable: false),
                    duty_cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_recommendations", x => x.id);
                    table.ForeignKey(
                        name: "FK_followed_recommendations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "followed_reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    session = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_change = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_reviews", x => x.id);
                    table.ForeignKey(
                        name: "FK_followed_reviews_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_values",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    indicator_id = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_values", x => x.id);
                    table.ForeignKey(
                        name: "FK_indicator_values_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lobby_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    followed_id = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    whom = table.Column<string>(type: "text", nullable: true),
                    asked = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    says = table.Column<string>(type: "text", nullable: true),
                    meeting_id = table.Column<long>(type: "bigint", nullable: true),
                    contact_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lobby_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_lobby_steps_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcome_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    followed_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    ideal = table.Column<string>(type: "text", nullable: true),
                    expected = table.Column<string>(type: "text", nullable: true),
                    is_key = table.Column<bool>(type: "boolean", nullable: false),
                    lobby = table.Column<string>(type: "text", nullable: true),
                    rationale = table.Column<string>(type: "text", nullable: true),
                    lobbying = table.Column<string>(type: "text", nullable: true),
                    idea = table.Column<string>(type: "text", nullable: true),
                    actors = table.Column<string>(type: "text", nullable: true),
                    acceptance = table.Column<string>(type: "text", nullable: true),
                    government = table.Column<string>(type: "text", nullable: true),
                    dissemination = table.Column<string>(type: "text", nullable: true),
                    international = table.Column<string>(type: "text", nullable: true),
                    charter = table.Column<string>(type: "text", nullable: true),
                    monitoring = table.Column<string>(type: "text", nullable: true),
                    @private = table.Column<string>(name: "private", type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outcome_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_outcome_entries_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_actions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_actions", x => x.id);
                    table.ForeignKey(
                        name: "FK_planned_actions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_pages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_obligations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    followed_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    is_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_obligations", x => x.id);
                    table.ForeignKey(
                        name: "FK_recommendation_obligations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_translations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    followed_id = table.Column<long>(type: "bigint", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    translator = table.Column<string>(type: "text", nullable: true),
                    checked_by_id = table.Column<long>(type: "bigint", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendation_translations", x => x.id);
                    table.ForeignKey(
                        name: "FK_recommendation_translations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scale_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scale_words", x => x.id);
                    table.ForeignKey(
                        name: "FK_scale_words_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settled_positions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    followed_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settled_positions", x => x.id);
                    table.ForeignKey(
                        name: "FK_settled_positions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_ticks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_ticks", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_ticks_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uptake_matches",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    draft_id = table.Column<long>(type: "bigint", nullable: false),
                    row_id = table.Column<long>(type: "bigint", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uptake_matches", x => x.id);
                    table.ForeignKey(
                        name: "FK_uptake_matches_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_comments_coalition_id",
                table: "action_comments",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_comments_version_id",
                table: "action_comments",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_entries_action_id_number",
                table: "action_entries",
                columns: new[] { "action_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_entries_coalition_id",
                table: "action_entries",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_guests_coalition_id",
                table: "action_guests",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_guests_version_id_member_id",
                table: "action_guests",
                columns: new[] { "version_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_indicators_action_id",
                table: "action_indicators",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_indicators_coalition_id",
                table: "action_indicators",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_links_action_id_row_id",
                table: "action_links",
                columns: new[] { "action_id", "row_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_links_coalition_id",
                table: "action_links",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_versions_coalition_id",
                table: "action_versions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_action_versions_follow_id",
                table: "action_versions",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_adoption_days_coalition_id",
                table: "adoption_days",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_adoption_days_follow_id",
                table: "adoption_days",
                column: "follow_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_evidence_assessment_id",
                table: "assessment_evidence",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_evidence_coalition_id",
                table: "assessment_evidence",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_coalition_id",
                table: "assessment_rounds",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_follow_id_year",
                table: "assessment_rounds",
                columns: new[] { "follow_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessments_coalition_id",
                table: "assessments",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_follow_id_row_id",
                table: "assessments",
                columns: new[] { "follow_id", "row_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_steps_coalition_id",
                table: "dissemination_steps",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_steps_follow_id",
                table: "dissemination_steps",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_followed_recommendations_coalition_id",
                table: "followed_recommendations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_followed_recommendations_follow_id",
                table: "followed_recommendations",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_followed_reviews_coalition_id",
                table: "followed_reviews",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_followed_reviews_coalition_id_state_session",
                table: "followed_reviews",
                columns: new[] { "coalition_id", "state", "session" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_values_coalition_id",
                table: "indicator_values",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_values_indicator_id",
                table: "indicator_values",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "IX_lobby_steps_coalition_id",
                table: "lobby_steps",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_lobby_steps_follow_id",
                table: "lobby_steps",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_outcome_entries_coalition_id",
                table: "outcome_entries",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_outcome_entries_followed_id_number",
                table: "outcome_entries",
                columns: new[] { "followed_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planned_actions_coalition_id",
                table: "planned_actions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_planned_actions_follow_id_number",
                table: "planned_actions",
                columns: new[] { "follow_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_public_pages_coalition_id",
                table: "public_pages",
                column: "coalition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_public_pages_name",
                table: "public_pages",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_obligations_coalition_id",
                table: "recommendation_obligations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_obligations_follow_id",
                table: "recommendation_obligations",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_translations_coalition_id",
                table: "recommendation_translations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_translations_followed_id_language_number",
                table: "recommendation_translations",
                columns: new[] { "followed_id", "language", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scale_words_coalition_id",
                table: "scale_words",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_scale_words_coalition_id_code_language",
                table: "scale_words",
                columns: new[] { "coalition_id", "code", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_settled_positions_coalition_id",
                table: "settled_positions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_settled_positions_follow_id",
                table: "settled_positions",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_settled_positions_followed_id",
                table: "settled_positions",
                column: "followed_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_studio_ticks_coalition_id",
                table: "studio_ticks",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_ticks_document_id_item",
                table: "studio_ticks",
                columns: new[] { "document_id", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_uptake_matches_coalition_id",
                table: "uptake_matches",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_uptake_matches_follow_id_draft_id",
                table: "uptake_matches",
                columns: new[] { "follow_id", "draft_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_comments");

            migrationBuilder.DropTable(
                name: "action_entries");

            migrationBuilder.DropTable(
                name: "action_guests");

            migrationBuilder.DropTable(
                name: "action_indicators");

            migrationBuilder.DropTable(
                name: "action_links");

            migrationBuilder.DropTable(
                name: "action_versions");

            migrationBuilder.DropTable(
                name: "adoption_days");

            migrationBuilder.DropTable(
                name: "assessment_evidence");

            migrationBuilder.DropTable(
                name: "assessment_rounds");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "dissemination_steps");

            migrationBuilder.DropTable(
                name: "followed_recommendations");

            migrationBuilder.DropTable(
                name: "followed_reviews");

            migrationBuilder.DropTable(
                name: "indicator_values");

            migrationBuilder.DropTable(
                name: "lobby_steps");

            migrationBuilder.DropTable(
                name: "outcome_entries");

            migrationBuilder.DropTable(
                name: "planned_actions");

            migrationBuilder.DropTable(
                name: "public_pages");

            migrationBuilder.DropTable(
                name: "recommendation_obligations");

            migrationBuilder.DropTable(
                name: "recommendation_translations");

            migrationBuilder.DropTable(
                name: "scale_words");

            migrationBuilder.DropTable(
                name: "settled_positions");

            migrationBuilder.DropTable(
                name: "studio_ticks");

            migrationBuilder.DropTable(
                name: "uptake_matches");
        }
    }
}
