using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Outcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_dissemination_steps_coalition_id",
                table: "dissemination_steps",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_steps_follow_id",
                table: "dissemination_steps",
                column: "follow_id");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption_days");

            migrationBuilder.DropTable(
                name: "dissemination_steps");

            migrationBuilder.DropTable(
                name: "lobby_steps");

            migrationBuilder.DropTable(
                name: "outcome_entries");

            migrationBuilder.DropTable(
                name: "public_pages");

            migrationBuilder.DropTable(
                name: "recommendation_obligations");

            migrationBuilder.DropTable(
                name: "recommendation_translations");

            migrationBuilder.DropTable(
                name: "settled_positions");
        }
    }
}
