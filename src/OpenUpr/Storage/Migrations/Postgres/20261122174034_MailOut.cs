using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MailOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "by_mail",
                table: "agenda_choices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "days_before",
                table: "agenda_choices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "digest_day",
                table: "agenda_choices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "on_page",
                table: "agenda_choices",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "sealed_address",
                table: "agenda_choices",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "with_titles",
                table: "agenda_choices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    coalition_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claims = table.Column<int>(type: "integer", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_mails", x => x.id);
                    table.ForeignKey(
                        name: "FK_outgoing_mails_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_coalition_id",
                table: "outgoing_mails",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_member_id_key",
                table: "outgoing_mails",
                columns: new[] { "member_id", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropColumn(
                name: "by_mail",
                table: "agenda_choices");

            migrationBuilder.DropColumn(
                name: "days_before",
                table: "agenda_choices");

            migrationBuilder.DropColumn(
                name: "digest_day",
                table: "agenda_choices");

            migrationBuilder.DropColumn(
                name: "on_page",
                table: "agenda_choices");

            migrationBuilder.DropColumn(
                name: "sealed_address",
                table: "agenda_choices");

            migrationBuilder.DropColumn(
                name: "with_titles",
                table: "agenda_choices");
        }
    }
}
