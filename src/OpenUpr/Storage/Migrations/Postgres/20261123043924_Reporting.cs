using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reporting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "room_kind",
                table: "coalition_profiles",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "follow_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    issues = table.Column<string>(type: "text", nullable: true),
                    scope_cluster_id = table.Column<long>(type: "bigint", nullable: true),
                    round_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    comments_until = table.Column<DateOnly>(type: "date", nullable: true),
                    comments_closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    no_round_reason = table.Column<string>(type: "text", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_by_id = table.Column<long>(type: "bigint", nullable: true),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_reports", x => x.id);
                    table.ForeignKey(
                        name: "FK_follow_reports_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mechanism_records",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    exists = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    members = table.Column<string>(type: "text", nullable: true),
                    resources = table.Column<string>(type: "text", nullable: true),
                    plan_name = table.Column<string>(type: "text", nullable: true),
                    plan_from = table.Column<DateOnly>(type: "date", nullable: true),
                    plan_to = table.Column<DateOnly>(type: "date", nullable: true),
                    dialogue = table.Column<string>(type: "text", nullable: true),
                    report_months = table.Column<int>(type: "integer", nullable: true),
                    first_report_on = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mechanism_records", x => x.id);
                    table.ForeignKey(
                        name: "FK_mechanism_records_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    done = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: true),
                    percent = table.Column<int>(type: "integer", nullable: true),
                    obstacles = table.Column<string>(type: "text", nullable: true),
                    help = table.Column<string>(type: "text", nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_guests = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress_reports", x => x.id);
                    table.ForeignKey(
                        name: "FK_progress_reports_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication_sources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    trusted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_asks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_asks", x => x.id);
                    table.ForeignKey(
                        name: "FK_report_asks_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_comments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: true),
                    issue = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_gap = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<long>(type: "bigint", nullable: true),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_comments", x => x.id);
                    table.ForeignKey(
                        name: "FK_report_comments_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_guests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_guests", x => x.id);
                    table.ForeignKey(
                        name: "FK_report_guests_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    open_until = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_report_versions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsible_bodies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    follow_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    focal_point = table.Column<string>(type: "text", nullable: true),
                    member_id = table.Column<long>(type: "bigint", nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsible_bodies", x => x.id);
                    table.ForeignKey(
                        name: "FK_responsible_bodies_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_shapes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    shape = table.Column<string>(type: "text", nullable: false),
                    choices = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_shapes", x => x.id);
                    table.ForeignKey(
                        name: "FK_sheet_shapes_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foreign_publications",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foreign_publications", x => x.id);
                    table.ForeignKey(
                        name: "FK_foreign_publications_publication_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "publication_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_follow_reports_coalition_id",
                table: "follow_reports",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_reports_document_id",
                table: "follow_reports",
                column: "document_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_follow_reports_follow_id",
                table: "follow_reports",
                column: "follow_id");

            migrationBuilder.CreateIndex(
                name: "IX_foreign_publications_source_id_name",
                table: "foreign_publications",
                columns: new[] { "source_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mechanism_records_coalition_id",
                table: "mechanism_records",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_mechanism_records_follow_id",
                table: "mechanism_records",
                column: "follow_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_action_id",
                table: "progress_reports",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_coalition_id",
                table: "progress_reports",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_sources_fingerprint",
                table: "publication_sources",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_asks_coalition_id",
                table: "report_asks",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_asks_report_id",
                table: "report_asks",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_comments_coalition_id",
                table: "report_comments",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_comments_report_id",
                table: "report_comments",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_guests_action_id_member_id",
                table: "report_guests",
                columns: new[] { "action_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_guests_coalition_id",
                table: "report_guests",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_versions_coalition_id",
                table: "report_versions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_versions_report_id",
                table: "report_versions",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_responsible_bodies_coalition_id",
                table: "responsible_bodies",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_responsible_bodies_follow_id_name",
                table: "responsible_bodies",
                columns: new[] { "follow_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_shapes_coalition_id",
                table: "sheet_shapes",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_sheet_shapes_coalition_id_kind_shape",
                table: "sheet_shapes",
                columns: new[] { "coalition_id", "kind", "shape" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_reports");

            migrationBuilder.DropTable(
                name: "foreign_publications");

            migrationBuilder.DropTable(
                name: "mechanism_records");

            migrationBuilder.DropTable(
                name: "progress_reports");

            migrationBuilder.DropTable(
                name: "report_asks");

            migrationBuilder.DropTable(
                name: "report_comments");

            migrationBuilder.DropTable(
                name: "report_guests");

            migrationBuilder.DropTable(
                name: "report_versions");

            migrationBuilder.DropTable(
                name: "responsible_bodies");

            migrationBuilder.DropTable(
                name: "sheet_shapes");

            migrationBuilder.DropTable(
                name: "publication_sources");

            migrationBuilder.DropColumn(
                name: "room_kind",
                table: "coalition_profiles");
        }
    }
}
