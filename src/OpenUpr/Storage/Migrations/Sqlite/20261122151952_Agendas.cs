using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Agendas : Migration
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
                name: "IX_treaty_dates_coalition_id",
                table: "treaty_dates",
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
                name: "treaty_dates");
        }
    }
}
