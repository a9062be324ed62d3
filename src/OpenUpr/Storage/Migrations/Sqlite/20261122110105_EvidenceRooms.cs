using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvidenceRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_held",
                table: "evidence_files",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "adds_to_id",
                table: "evidence_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "drop_box_id",
                table: "evidence_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "shredded_at",
                table: "evidence_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "drop_receipts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    drop_box_id = table.Column<long>(type: "INTEGER", nullable: false),
                    receipt_hash = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drop_receipts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_drop_box_doors_code_hash",
                table: "drop_box_doors",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drop_receipts_receipt_hash",
                table: "drop_receipts",
                column: "receipt_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drop_receipts");

            migrationBuilder.DropIndex(
                name: "IX_drop_box_doors_code_hash",
                table: "drop_box_doors");

            migrationBuilder.DropColumn(
                name: "is_held",
                table: "evidence_files");

            migrationBuilder.DropColumn(
                name: "adds_to_id",
                table: "evidence_cases");

            migrationBuilder.DropColumn(
                name: "drop_box_id",
                table: "evidence_cases");

            migrationBuilder.DropColumn(
                name: "shredded_at",
                table: "evidence_cases");
        }
    }
}
