using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReviewDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_boards");

            migrationBuilder.DropTable(
                name: "day_notes");

            migrationBuilder.DropTable(
                name: "day_speakers");
        }
    }
}
