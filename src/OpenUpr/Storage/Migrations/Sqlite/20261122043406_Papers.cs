using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Papers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cited",
                table: "texts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "texts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rs_in_source",
                table: "recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lead",
                table: "positions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "page",
                table: "positions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "positions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pages",
                table: "documents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "published_on",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "read_with",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "review_id",
                table: "documents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "document_readings",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    brotli = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_readings", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_document_readings_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "doubts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    review_id = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recommendation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    found = table.Column<string>(type: "TEXT", nullable: true),
                    stored = table.Column<string>(type: "TEXT", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    gone_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doubts", x => x.id);
                    table.ForeignKey(
                        name: "FK_doubts_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_doubts_recommendations_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_doubts_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_doubts_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "known_identities",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    identity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recommendation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_identities", x => x.id);
                    table.ForeignKey(
                        name: "FK_known_identities_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_known_identities_recommendations_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    heading = table.Column<string>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    states = table.Column<string>(type: "TEXT", nullable: true),
                    submitters = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passages", x => x.id);
                    table.ForeignKey(
                        name: "FK_passages_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_facts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    review_id = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_facts", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_facts_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_review_facts_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submitters",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submitters", x => x.id);
                    table.ForeignKey(
                        name: "FK_submitters_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    batch = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    report = table.Column<string>(type: "TEXT", nullable: true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: true),
                    uploaded_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.id);
                    table.ForeignKey(
                        name: "FK_uploads_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wordings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    text_id = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    states_as_printed = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wordings", x => x.id);
                    table.ForeignKey(
                        name: "FK_wordings_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wordings_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settlements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    doubt_id = table.Column<long>(type: "INTEGER", nullable: false),
                    choice = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlements", x => x.id);
                    table.ForeignKey(
                        name: "FK_settlements_doubts_doubt_id",
                        column: x => x.doubt_id,
                        principalTable: "doubts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_positions_text_id",
                table: "positions",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "IX_documents_review_id",
                table: "documents",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "IX_doubts_document_id",
                table: "doubts",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_doubts_key",
                table: "doubts",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_doubts_recommendation_id",
                table: "doubts",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "IX_doubts_review_id",
                table: "doubts",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "IX_doubts_text_id",
                table: "doubts",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_identities_document_id",
                table: "known_identities",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_identities_identity",
                table: "known_identities",
                column: "identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_known_identities_recommendation_id",
                table: "known_identities",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "IX_passages_document_id_ordinal",
                table: "passages",
                columns: new[] { "document_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_facts_document_id",
                table: "review_facts",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_review_facts_review_id",
                table: "review_facts",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "IX_settlements_doubt_id",
                table: "settlements",
                column: "doubt_id");

            migrationBuilder.CreateIndex(
                name: "IX_submitters_document_id",
                table: "submitters",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_uploads_batch",
                table: "uploads",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "IX_uploads_document_id",
                table: "uploads",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_wordings_document_id",
                table: "wordings",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_wordings_text_id",
                table: "wordings",
                column: "text_id");

            migrationBuilder.AddForeignKey(
                name: "FK_documents_reviews_review_id",
                table: "documents",
                column: "review_id",
                principalTable: "reviews",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_documents_reviews_review_id",
                table: "documents");

            migrationBuilder.DropTable(
                name: "document_readings");

            migrationBuilder.DropTable(
                name: "known_identities");

            migrationBuilder.DropTable(
                name: "passages");

            migrationBuilder.DropTable(
                name: "review_facts");

            migrationBuilder.DropTable(
                name: "settlements");

            migrationBuilder.DropTable(
                name: "submitters");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "wordings");

            migrationBuilder.DropTable(
                name: "doubts");

            migrationBuilder.DropIndex(
                name: "IX_positions_text_id",
                table: "positions");

            migrationBuilder.DropIndex(
                name: "IX_documents_review_id",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "cited",
                table: "texts");

            migrationBuilder.DropColumn(
                name: "part",
                table: "texts");

            migrationBuilder.DropColumn(
                name: "rs_in_source",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "positions");

            migrationBuilder.DropColumn(
                name: "page",
                table: "positions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "positions");

            migrationBuilder.DropColumn(
                name: "pages",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "published_on",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "read_with",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "review_id",
                table: "documents");
        }
    }
}
