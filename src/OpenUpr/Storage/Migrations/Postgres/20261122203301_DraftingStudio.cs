using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    is_template = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    logo_organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    may_stand = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<string>(type: "text", nullable: false),
                    heading = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    duty_cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    priority_id = table.Column<long>(type: "bigint", nullable: true),
                    is_done = table.Column<bool>(type: "boolean", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    consent = table.Column<string>(type: "text", nullable: false),
                    consent_by = table.Column<string>(type: "text", nullable: true),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    heading = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false)
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
