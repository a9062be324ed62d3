using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WordsAndTicks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scale_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "studio_ticks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "IX_studio_ticks_coalition_id",
                table: "studio_ticks",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_ticks_document_id_item",
                table: "studio_ticks",
                columns: new[] { "document_id", "item" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scale_words");

            migrationBuilder.DropTable(
                name: "studio_ticks");
        }
    }
}
