using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JointDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closed_at",
                table: "action_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "joint_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    action_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    is_guests = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_as = table.Column<int>(type: "integer", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by_id = table.Column<long>(type: "bigint", nullable: true),
                    client_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_joint_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_joint_entries_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_joint_entries_coalition_id",
                table: "joint_entries",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_entries_version_id_action_number_number",
                table: "joint_entries",
                columns: new[] { "version_id", "action_number", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "joint_entries");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "action_versions");
        }
    }
}
