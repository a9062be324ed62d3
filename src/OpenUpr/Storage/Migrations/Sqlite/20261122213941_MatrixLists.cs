using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MatrixLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "matrix_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    challenges = table.Column<string>(type: "TEXT", nullable: true),
                    assistance = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matrix_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_matrix_entries_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matrix_evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_id = table.Column<long>(type: "INTEGER", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matrix_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_matrix_evidence_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matrix_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sheet_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    first_place = table.Column<int>(type: "INTEGER", nullable: false),
                    theme = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    cells = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: true),
                    duty_cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matrix_rows", x => x.id);
                    table.ForeignKey(
                        name: "FK_matrix_rows_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matrix_sheets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    session = table.Column<int>(type: "INTEGER", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: true),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    page_head = table.Column<string>(type: "TEXT", nullable: true),
                    page_foot = table.Column<string>(type: "TEXT", nullable: true),
                    is_landscape = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matrix_sheets", x => x.id);
                    table.ForeignKey(
                        name: "FK_matrix_sheets_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_matrix_entries_coalition_id",
                table: "matrix_entries",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_matrix_entries_row_id_number",
                table: "matrix_entries",
                columns: new[] { "row_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matrix_evidence_coalition_id",
                table: "matrix_evidence",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_matrix_evidence_row_id_case_id",
                table: "matrix_evidence",
                columns: new[] { "row_id", "case_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matrix_rows_coalition_id",
                table: "matrix_rows",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_matrix_rows_sheet_id_place",
                table: "matrix_rows",
                columns: new[] { "sheet_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matrix_sheets_coalition_id",
                table: "matrix_sheets",
                column: "coalition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matrix_entries");

            migrationBuilder.DropTable(
                name: "matrix_evidence");

            migrationBuilder.DropTable(
                name: "matrix_rows");

            migrationBuilder.DropTable(
                name: "matrix_sheets");
        }
    }
}
