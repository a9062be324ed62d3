using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CoalitionMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coalition_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    exported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shift = table.Column<long>(type: "bigint", nullable: false),
                    last_number = table.Column<long>(type: "bigint", nullable: false),
                    flaws_then = table.Column<int>(type: "integer", nullable: false),
                    proof = table.Column<string>(type: "text", nullable: false)
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
                name: "sheet_uploads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "waiting_references",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    thing = table.Column<string>(type: "text", nullable: false),
                    thing_id = table.Column<long>(type: "bigint", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    identity = table.Column<string>(type: "text", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_coalition_moves_coalition_id",
                table: "coalition_moves",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_sheet_uploads_coalition_id",
                table: "sheet_uploads",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_references_coalition_id",
                table: "waiting_references",
                column: "coalition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coalition_moves");

            migrationBuilder.DropTable(
                name: "sheet_uploads");

            migrationBuilder.DropTable(
                name: "waiting_references");
        }
    }
}
