using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "action_by",
                table: "machine_readings",
                type: "text",
                nullable: false,
                defaultValue: "model");

            migrationBuilder.AddColumn<double>(
                name: "action_doubt",
                table: "machine_readings",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "issue_doubt",
                table: "machine_readings",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "issues_by",
                table: "machine_readings",
                type: "text",
                nullable: false,
                defaultValue: "model");

            migrationBuilder.CreateIndex(
                name: "ix_tags_corrections",
                table: "tags",
                column: "recommendation_id",
                filter: "\"set_by\" = 'user'");

            migrationBuilder.CreateIndex(
                name: "IX_machine_readings_action_doubt",
                table: "machine_readings",
                column: "action_doubt");

            migrationBuilder.CreateIndex(
                name: "IX_machine_readings_issue_doubt",
                table: "machine_readings",
                column: "issue_doubt");

            // A machine's labels are readings now, made again from the texts; as tags they would pass for a person's.
            migrationBuilder.Sql("DELETE FROM tags WHERE set_by = 'model'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tags_corrections",
                table: "tags");

            migrationBuilder.DropIndex(
                name: "IX_machine_readings_action_doubt",
                table: "machine_readings");

            migrationBuilder.DropIndex(
                name: "IX_machine_readings_issue_doubt",
                table: "machine_readings");

            migrationBuilder.DropColumn(
                name: "action_by",
                table: "machine_readings");

            migrationBuilder.DropColumn(
                name: "action_doubt",
                table: "machine_readings");

            migrationBuilder.DropColumn(
                name: "issue_doubt",
                table: "machine_readings");

            migrationBuilder.DropColumn(
                name: "issues_by",
                table: "machine_readings");
        }
    }
}
