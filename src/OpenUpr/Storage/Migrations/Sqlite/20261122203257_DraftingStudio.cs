using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftingStudio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "studio_copies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    section_id = table.Column<long>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_studio_copies", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_copies_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    is_template = table.Column<bool>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    logo_organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contact = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_documents", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_documents_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_safeties",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: true),
                    may_stand = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_safeties", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_safeties_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_sections",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    duty_cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    priority_id = table.Column<long>(type: "INTEGER", nullable: true),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_sections", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_sections_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_signers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    consent = table.Column<string>(type: "TEXT", nullable: false),
                    consent_by = table.Column<string>(type: "TEXT", nullable: true),
                    consent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_signers", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_signers_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_steps_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "studio_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    section_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studio_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_studio_versions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_studio_copies_coalition_id",
                table: "studio_copies",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_copies_section_id_member_id",
                table: "studio_copies",
                columns: new[] { "section_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_studio_documents_coalition_id",
                table: "studio_documents",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_safeties_coalition_id",
                table: "studio_safeties",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_safeties_document_id",
                table: "studio_safeties",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_sections_coalition_id",
                table: "studio_sections",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_sections_document_id",
                table: "studio_sections",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_signers_coalition_id",
                table: "studio_signers",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_signers_document_id",
                table: "studio_signers",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_steps_coalition_id",
                table: "studio_steps",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_steps_document_id",
                table: "studio_steps",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_versions_coalition_id",
                table: "studio_versions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_studio_versions_section_id_number",
                table: "studio_versions",
                columns: new[] { "section_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "studio_copies");

            migrationBuilder.DropTable(
                name: "studio_documents");

            migrationBuilder.DropTable(
                name: "studio_safeties");

            migrationBuilder.DropTable(
                name: "studio_sections");

            migrationBuilder.DropTable(
                name: "studio_signers");

            migrationBuilder.DropTable(
                name: "studio_steps");

            migrationBuilder.DropTable(
                name: "studio_versions");
        }
    }
}
