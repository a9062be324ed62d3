using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Storage;

/// <summary>
/// The private side of the store. A context without access sees no private row at all; one with access sees its coalition's, and of those
/// what its person may see: the rule is a filter of every query (<see cref="PrivateModel"/>), so that lists and single reads cannot disagree.
/// </summary>
public abstract partial class OpenUprDb
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SpentTicket> SpentTickets => Set<SpentTicket>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<InstallationKey> InstallationKeys => Set<InstallationKey>();

    public DbSet<CoalitionKey> CoalitionKeys => Set<CoalitionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Coalition> Coalitions => Set<Coalition>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<DropBoxDoor> DropBoxDoors => Set<DropBoxDoor>();

    public DbSet<DropReceipt> DropReceipts => Set<DropReceipt>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<TreatyDate> TreatyDates => Set<TreatyDate>();

    public DbSet<AgendaChoice> AgendaChoices => Set<AgendaChoice>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<CoalitionProfile> CoalitionProfiles => Set<CoalitionProfile>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<TermsOfReference> Terms => Set<TermsOfReference>();

    public DbSet<TermsAcceptance> TermsAcceptances => Set<TermsAcceptance>();

    public DbSet<Cluster> Clusters => Set<Cluster>();

    public DbSet<ClusterMember> ClusterMembers => Set<ClusterMember>();

    public DbSet<ClusterItem> ClusterItems => Set<ClusterItem>();

    public DbSet<SealedReader> SealedReaders => Set<SealedReader>();

    public DbSet<Share> Shares => Set<Share>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<SecretariatTerm> SecretariatTerms => Set<SecretariatTerm>();

    public DbSet<AbsentGroup> AbsentGroups => Set<AbsentGroup>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<Training> Trainings => Set<Training>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<ReprisalEntry> ReprisalEntries => Set<ReprisalEntry>();

    public DbSet<EvidenceCase> EvidenceCases => Set<EvidenceCase>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<EvidencePiece> EvidencePieces => Set<EvidencePiece>();

    public DbSet<DropBox> DropBoxes => Set<DropBox>();

    public DbSet<CoalitionMove> CoalitionMoves => Set<CoalitionMove>();

    public DbSet<WaitingReference> WaitingReferences => Set<WaitingReference>();

    public DbSet<SheetUpload> SheetUploads => Set<SheetUpload>();

    public DbSet<ReviewPlan> ReviewPlans => Set<ReviewPlan>();

    public DbSet<PlanTask> PlanTasks => Set<PlanTask>();

    public DbSet<PlanChange> PlanChanges => Set<PlanChange>();

    public DbSet<QuietPeriod> QuietPeriods => Set<QuietPeriod>();

    public DbSet<DraftComment> DraftComments => Set<DraftComment>();

    public DbSet<DraftCopy> DraftCopies => Set<DraftCopy>();

    public DbSet<DraftMove> DraftMoves => Set<DraftMove>();

    public DbSet<DraftPriority> DraftPriorities => Set<DraftPriority>();

    public DbSet<DraftVersion> DraftVersions => Set<DraftVersion>();

    public DbSet<PriorityLink> PriorityLinks => Set<PriorityLink>();

    public DbSet<DraftRecommendation> DraftRecommendations => Set<DraftRecommendation>();

    public DbSet<StudioDocument> StudioDocuments => Set<StudioDocument>();

    public DbSet<StudioSection> StudioSections => Set<StudioSection>();

    public DbSet<StudioVersion> StudioVersions => Set<StudioVersion>();

    public DbSet<StudioCopy> StudioCopies => Set<StudioCopy>();

    public DbSet<StudioSigner> StudioSigners => Set<StudioSigner>();

    public DbSet<StudioStep> StudioSteps => Set<StudioStep>();

    public DbSet<StudioSafety> StudioSafeties => Set<StudioSafety>();

    public DbSet<StudioTick> StudioTicks => Set<StudioTick>();

    public DbSet<MatrixSheet> MatrixSheets => Set<MatrixSheet>();

    public DbSet<MatrixRow> MatrixRows => Set<MatrixRow>();

    public DbSet<MatrixEntry> MatrixEntries => Set<MatrixEntry>();

    public DbSet<MatrixEvidence> MatrixEvidence => Set<MatrixEvidence>();

    public DbSet<FollowedReview> FollowedReviews => Set<FollowedReview>();

    public DbSet<FollowedRecommendation> FollowedRecommendations => Set<FollowedRecommendation>();

    public DbSet<ScaleWord> ScaleWords => Set<ScaleWord>();

    public DbSet<UptakeMatch> UptakeMatches => Set<UptakeMatch>();

    public DbSet<OutcomeEntry> OutcomeEntries => Set<OutcomeEntry>();

    public DbSet<LobbyStep> LobbySteps => Set<LobbyStep>();

    public DbSet<RecommendationObligation> RecommendationObligations => Set<RecommendationObligation>();

    public DbSet<AdoptionDay> AdoptionDays => Set<AdoptionDay>();

    public DbSet<SettledPosition> SettledPositions => Set<SettledPosition>();

    public DbSet<RecommendationTranslation> RecommendationTranslations => Set<RecommendationTranslation>();

    public DbSet<DisseminationStep> DisseminationSteps => Set<DisseminationStep>();

    public DbSet<PublicPage> PublicPages => Set<PublicPage>();

    public DbSet<PublicationSource> PublicationSources => Set<PublicationSource>();

    public DbSet<ForeignPublication> ForeignPublications => Set<ForeignPublication>();
    public DbSet<PlannedAction> PlannedActions => Set<PlannedAction>();

    public DbSet<ActionEntry> ActionEntries => Set<ActionEntry>();

    public DbSet<ActionLink> ActionLinks => Set<ActionLink>();

    public DbSet<ActionIndicator> ActionIndicators => Set<ActionIndicator>();

    public DbSet<IndicatorValue> IndicatorValues => Set<IndicatorValue>();

    public DbSet<ActionVersion> ActionVersions => Set<ActionVersion>();

    public DbSet<ActionGuest> ActionGuests => Set<ActionGuest>();

    public DbSet<ActionComment> ActionComments => Set<ActionComment>();

    public DbSet<JointEntry> JointEntries => Set<JointEntry>();

    public DbSet<MechanismRecord> MechanismRecords => Set<MechanismRecord>();

    public DbSet<ResponsibleBody> ResponsibleBodies => Set<ResponsibleBody>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<ReportGuest> ReportGuests => Set<ReportGuest>();

    public DbSet<SheetShape> SheetShapes => Set<SheetShape>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<AssessmentEvidence> AssessmentEvidence => Set<AssessmentEvidence>();

    public DbSet<AssessmentRound> AssessmentRounds => Set<AssessmentRound>();

    public DbSet<FollowReport> FollowReports => Set<FollowReport>();

    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    public DbSet<ReportAsk> ReportAsks => Set<ReportAsk>();

    public DbSet<ReportComment> ReportComments => Set<ReportComment>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactEvent> ContactEvents => Set<ContactEvent>();

    public DbSet<CoalitionEvent> CoalitionEvents => Set<CoalitionEvent>();

    public DbSet<EventGuest> EventGuests => Set<EventGuest>();

    public DbSet<EventSlot> EventSlots => Set<EventSlot>();

    public DbSet<WayChoice> WayChoices => Set<WayChoice>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<RaisedIssue> RaisedIssues => Set<RaisedIssue>();

    public DbSet<GovernmentMeeting> GovernmentMeetings => Set<GovernmentMeeting>();

    public DbSet<TargetChoice> TargetChoices => Set<TargetChoice>();

    public DbSet<PressText> PressTexts => Set<PressText>();

    public DbSet<DayBoard> DayBoards => Set<DayBoard>();

    public DbSet<DaySpeaker> DaySpeakers => Set<DaySpeaker>();

    public DbSet<DayNote> DayNotes => Set<DayNote>();

    /// <summary>Whose eyes this context sees with; null for public data only.</summary>
    public CoalitionAccess? Access { get; internal init; }

    /// <summary>Whether the context is there to copy the whole store (<see cref="Store.OpenWhole"/>): what a backup does is no person's reading.</summary>
    internal bool SeesAll { get; init; }

    internal long CoalitionId => Access?.CoalitionId ?? 0;

    internal long? MemberId => Access?.MemberId;

    internal IReadOnlyList<long> HiddenClusters => Access?.HiddenClusters ?? [];

    internal bool SeesUnshared => Access is { } access && access.Is(CoalitionRole.Observer);

    internal bool IsSender => Access is { IsSender: true };

    internal bool SeesTerms => Access is { Role: CoalitionRole.Invited };

    internal bool SeesReprisals => Access is { ReadsReprisals: true };

    internal bool SeesSealed => Access is { IsUpkeep: true };

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepToOneCoalition();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepToOneCoalition();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Adds many rows of one table inside the current transaction, without tracking them. Ids must be set.</summary>
    /// <exception cref="InvalidOperationException">A private row belongs to another coalition than the one whose proof this context holds.</exception>
    public Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (!SeesAll && typeof(T).IsAssignableTo(typeof(IPrivateRow)) && rows.Cast<IPrivateRow>().Any(r => !IsOwn(r)))
        {
            throw Foreign(Model.FindEntityType(typeof(T))!.GetTableName()!);
        }

        return InsertAsync(rows, cancel);
    }

    /// <summary>Nothing is written into another coalition than the one whose proof this context holds.</summary>
    private void KeepToOneCoalition()
    {
        foreach (var entry in ChangeTracker.Entries<IPrivateRow>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (!IsOwn(entry.Entity))
            {
                throw Foreign(entry.Metadata.GetTableName()!);
            }

            if (entry is { State: EntityState.Added, Entity: SealedReader { AuthorId: null } reader })
            {
                reader.AuthorId = MemberId;
            }
        }
    }

    private bool IsOwn(IPrivateRow row) => row.CoalitionId == CoalitionId && row.CoalitionId != 0;

    private static InvalidOperationException Foreign(string table) => new($"A row of {table} would be written without access to its coalition.");
}
