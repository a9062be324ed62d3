namespace OpenUpr.Storage;

/// <summary>The names under which ids are given out (<see cref="OpenUprDb.TakeIdsAsync"/>): one for each table, by its name.</summary>
public static class Counters
{
    public const string Documents = "documents";
    public const string ImportRuns = "import_runs";
    public const string ImportFindings = "import_findings";
    public const string Reviews = "reviews";
    public const string Paragraphs = "paragraphs";
    public const string Texts = "texts";
    public const string Recommendations = "recommendations";
    public const string Positions = "positions";
    public const string Tags = "tags";
    public const string Passages = "passages";
    public const string Submitters = "submitters";
    public const string ReviewFacts = "review_facts";
    public const string Wordings = "wordings";
    public const string KnownIdentities = "known_identities";
    public const string Doubts = "doubts";
    public const string Settlements = "settlements";
    public const string Uploads = "uploads";
    public const string Changes = "changes";
    public const string Accounts = "accounts";
    public const string Passkeys = "passkeys";
    public const string RecoveryCodes = "recovery_codes";
    public const string SignIns = "sign_ins";
    public const string Invitations = "invitations";
    public const string ProtectionKeys = "protection_keys";
    public const string InstallationKeys = "installation_keys";
    public const string CoalitionKeys = "coalition_keys";
    public const string AuditEntries = "audit_entries";
    public const string Coalitions = "coalitions";
    public const string Memberships = "memberships";
    public const string Terms = "terms_of_reference";
    public const string TermsAcceptances = "terms_acceptances";
    public const string Clusters = "clusters";
    public const string ClusterMembers = "cluster_members";
    public const string ClusterItems = "cluster_items";
    public const string SealedReaders = "sealed_readers";
    public const string Shares = "shares";
    public const string Organisations = "organisations";
    public const string SecretariatTerms = "secretariat_terms";
    public const string AbsentGroups = "absent_groups";
    public const string Meetings = "meetings";
    public const string Decisions = "decisions";
    public const string Attendances = "attendances";
    public const string Trainings = "trainings";
    public const string Grants = "grants";
    public const string ReprisalEntries = "reprisal_entries";
    public const string EvidenceCases = "evidence_cases";
    public const string EvidenceFiles = "evidence_files";
    public const string EvidencePieces = "evidence_pieces";
    public const string DropBoxes = "drop_boxes";
    public const string TargetChoices = "target_choices";
    public const string PressTexts = "press_texts";
}
