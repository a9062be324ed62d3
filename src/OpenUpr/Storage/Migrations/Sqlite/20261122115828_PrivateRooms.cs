using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenUpr.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrivateRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    sign_in_name = table.Column<string>(type: "TEXT", nullable: false),
                    normalised_name = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    totp_secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    totp_last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    totp_is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<string>(type: "TEXT", nullable: true),
                    is_operator = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_curator = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    deed = table.Column<string>(type: "TEXT", nullable: false),
                    thing = table.Column<string>(type: "TEXT", nullable: false),
                    thing_id = table.Column<long>(type: "INTEGER", nullable: true),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coalitions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    closing_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coalitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drop_box_doors",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drop_box_doors", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "installation_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    iterations = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    credential_id = table.Column<string>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", nullable: false),
                    is_user_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "FK_passkeys_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "FK_recovery_codes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<string>(type: "TEXT", nullable: false),
                    proved_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.id);
                    table.ForeignKey(
                        name: "FK_sign_ins_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absent_groups",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absent_groups", x => x.id);
                    table.ForeignKey(
                        name: "FK_absent_groups_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    seen_minutes_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendances", x => x.id);
                    table.ForeignKey(
                        name: "FK_attendances_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cluster_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    thing = table.Column<string>(type: "TEXT", nullable: false),
                    thing_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cluster_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_cluster_items_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cluster_members",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cluster_members", x => x.id);
                    table.ForeignKey(
                        name: "FK_cluster_members_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clusters",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<long>(type: "INTEGER", nullable: true),
                    issues = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clusters", x => x.id);
                    table.ForeignKey(
                        name: "FK_clusters_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coalition_keys", x => x.id);
                    table.ForeignKey(
                        name: "FK_coalition_keys_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_profiles",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secretariat_model = table.Column<string>(type: "TEXT", nullable: false),
                    rotation_months = table.Column<int>(type: "INTEGER", nullable: false),
                    registration = table.Column<string>(type: "TEXT", nullable: true),
                    goals = table.Column<string>(type: "TEXT", nullable: true),
                    safety_contacts = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coalition_profiles", x => x.id);
                    table.ForeignKey(
                        name: "FK_coalition_profiles_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_decisions_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drop_boxes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    greeting = table.Column<string>(type: "TEXT", nullable: true),
                    open_until = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drop_boxes", x => x.id);
                    table.ForeignKey(
                        name: "FK_drop_boxes_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    is_sealed = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    alias = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    issues = table.Column<string>(type: "TEXT", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    consent = table.Column<string>(type: "TEXT", nullable: false),
                    safety_checked_at = table.Column<string>(type: "TEXT", nullable: true),
                    safety_checked_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    safety_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    entered_at = table.Column<string>(type: "TEXT", nullable: false),
                    retain_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    trashed_at = table.Column<string>(type: "TEXT", nullable: true),
                    shredded_at = table.Column<string>(type: "TEXT", nullable: true),
                    drop_box_id = table.Column<long>(type: "INTEGER", nullable: true),
                    adds_to_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_cases", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_cases_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    clean_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    clean_size = table.Column<long>(type: "INTEGER", nullable: true),
                    removed = table.Column<string>(type: "TEXT", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    key_number = table.Column<int>(type: "INTEGER", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: false),
                    trashed_at = table.Column<string>(type: "TEXT", nullable: true),
                    shredded_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_files", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_files_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_pieces",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    file_id = table.Column<long>(type: "INTEGER", nullable: false),
                    copy = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_pieces", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_pieces_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    donor = table.Column<string>(type: "TEXT", nullable: false),
                    holder_id = table.Column<long>(type: "INTEGER", nullable: true),
                    amount = table.Column<decimal>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    excludes_unregistered = table.Column<bool>(type: "INTEGER", nullable: false),
                    prefers_coalitions = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grants", x => x.id);
                    table.ForeignKey(
                        name: "FK_grants_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    membership_id = table.Column<long>(type: "INTEGER", nullable: true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    gives_operator = table.Column<bool>(type: "INTEGER", nullable: false),
                    gives_curator = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false),
                    used_at = table.Column<string>(type: "TEXT", nullable: true),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.id);
                    table.ForeignKey(
                        name: "FK_invitations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_id = table.Column<long>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<string>(type: "TEXT", nullable: false),
                    venue = table.Column<string>(type: "TEXT", nullable: true),
                    host_id = table.Column<long>(type: "INTEGER", nullable: true),
                    agenda = table.Column<string>(type: "TEXT", nullable: true),
                    minutes = table.Column<string>(type: "TEXT", nullable: true),
                    circulated_at = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings", x => x.id);
                    table.ForeignKey(
                        name: "FK_meetings_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    task = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    accepted_terms_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reads_reprisals = table.Column<bool>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<string>(type: "TEXT", nullable: false),
                    left_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => x.id);
                    table.ForeignKey(
                        name: "FK_memberships_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    issues = table.Column<string>(type: "TEXT", nullable: false),
                    communities = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    common_ground = table.Column<string>(type: "TEXT", nullable: true),
                    ecosoc_status = table.Column<string>(type: "TEXT", nullable: false),
                    nhri_status = table.Column<string>(type: "TEXT", nullable: false),
                    founded = table.Column<string>(type: "TEXT", nullable: true),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    logo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    logo_type = table.Column<string>(type: "TEXT", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.id);
                    table.ForeignKey(
                        name: "FK_organisations_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reprisal_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    steps = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    entered_at = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reprisal_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_reprisal_entries_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_readers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    thing = table.Column<string>(type: "TEXT", nullable: false),
                    thing_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_readers", x => x.id);
                    table.ForeignKey(
                        name: "FK_sealed_readers_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "secretariat_terms",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handed_over_at = table.Column<string>(type: "TEXT", nullable: true),
                    hand_over_note = table.Column<string>(type: "TEXT", nullable: true),
                    hand_over_list = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secretariat_terms", x => x.id);
                    table.ForeignKey(
                        name: "FK_secretariat_terms_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shares",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    thing = table.Column<string>(type: "TEXT", nullable: false),
                    thing_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    shared_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shares", x => x.id);
                    table.ForeignKey(
                        name: "FK_shares_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms_acceptances",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    terms_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "FK_terms_acceptances_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms_of_reference",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    adopted_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_of_reference", x => x.id);
                    table.ForeignKey(
                        name: "FK_terms_of_reference_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trainings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    coalition_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_by = table.Column<string>(type: "TEXT", nullable: true),
                    participants = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trainings", x => x.id);
                    table.ForeignKey(
                        name: "FK_trainings_coalitions_coalition_id",
                        column: x => x.coalition_id,
                        principalTable: "coalitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_absent_groups_coalition_id",
                table: "absent_groups",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_normalised_name",
                table: "accounts",
                column: "normalised_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attendances_coalition_id",
                table: "attendances",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_coalition_id_number",
                table: "audit_entries",
                columns: new[] { "coalition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cluster_items_coalition_id",
                table: "cluster_items",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_cluster_members_coalition_id",
                table: "cluster_members",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_clusters_coalition_id",
                table: "clusters",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_coalition_keys_coalition_id_number",
                table: "coalition_keys",
                columns: new[] { "coalition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coalition_profiles_coalition_id",
                table: "coalition_profiles",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_coalitions_slug",
                table: "coalitions",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decisions_coalition_id",
                table: "decisions",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_drop_box_doors_code_hash",
                table: "drop_box_doors",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drop_box_doors_token_hash",
                table: "drop_box_doors",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drop_boxes_coalition_id",
                table: "drop_boxes",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_drop_receipts_receipt_hash",
                table: "drop_receipts",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_cases_coalition_id",
                table: "evidence_cases",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_files_case_id",
                table: "evidence_files",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_files_coalition_id",
                table: "evidence_files",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_pieces_coalition_id",
                table: "evidence_pieces",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_pieces_file_id_copy_number",
                table: "evidence_pieces",
                columns: new[] { "file_id", "copy", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grants_coalition_id",
                table: "grants",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_coalition_id",
                table: "invitations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_code_hash",
                table: "invitations",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_token_hash",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_coalition_id",
                table: "meetings",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_coalition_id",
                table: "members",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_account_id_coalition_id",
                table: "memberships",
                columns: new[] { "account_id", "coalition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_memberships_coalition_id",
                table: "memberships",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_coalition_id",
                table: "organisations",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_account_id",
                table: "passkeys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_credential_id",
                table: "passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recovery_codes_account_id",
                table: "recovery_codes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_reprisal_entries_coalition_id",
                table: "reprisal_entries",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_sealed_readers_coalition_id",
                table: "sealed_readers",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_secretariat_terms_coalition_id",
                table: "secretariat_terms",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_shares_coalition_id",
                table: "shares",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_account_id",
                table: "sign_ins",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_token_hash",
                table: "sign_ins",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_terms_acceptances_coalition_id",
                table: "terms_acceptances",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_terms_of_reference_coalition_id",
                table: "terms_of_reference",
                column: "coalition_id");

            migrationBuilder.CreateIndex(
                name: "IX_trainings_coalition_id",
                table: "trainings",
                column: "coalition_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absent_groups");

            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "cluster_items");

            migrationBuilder.DropTable(
                name: "cluster_members");

            migrationBuilder.DropTable(
                name: "clusters");

            migrationBuilder.DropTable(
                name: "coalition_keys");

            migrationBuilder.DropTable(
                name: "coalition_profiles");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "drop_box_doors");

            migrationBuilder.DropTable(
                name: "drop_boxes");

            migrationBuilder.DropTable(
                name: "drop_receipts");

            migrationBuilder.DropTable(
                name: "evidence_cases");

            migrationBuilder.DropTable(
                name: "evidence_files");

            migrationBuilder.DropTable(
                name: "evidence_pieces");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "installation_keys");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "reprisal_entries");

            migrationBuilder.DropTable(
                name: "sealed_readers");

            migrationBuilder.DropTable(
                name: "secretariat_terms");

            migrationBuilder.DropTable(
                name: "shares");

            migrationBuilder.DropTable(
                name: "sign_ins");

            migrationBuilder.DropTable(
                name: "terms_acceptances");

            migrationBuilder.DropTable(
                name: "terms_of_reference");

            migrationBuilder.DropTable(
                name: "trainings");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "coalitions");
        }
    }
}
