using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenUpr.Storage;

/// <summary>Tables of accounts and coalitions; <see cref="PrivateRules"/> says which rows of them a context sees.</summary>
internal static class PrivateModel
{
    public static void Configure(ModelBuilder model, OpenUprDb db)
    {
        Accounts(model);
        Doors(model);
        Private<CoalitionProfile>(model, "coalition_profiles");
        Private<Member>(model, "members");
        Private<TermsOfReference>(model, "terms_of_reference");
        Private<TermsAcceptance>(model, "terms_acceptances");
        Private<Cluster>(model, "clusters");
        Private<ClusterMember>(model, "cluster_members");
        Private<ClusterItem>(model, "cluster_items");
        Private<SealedReader>(model, "sealed_readers");
        Private<Share>(model, "shares");
        Private<Organisation>(model, "organisations");
        Private<SecretariatTerm>(model, "secretariat_terms");
        Private<AbsentGroup>(model, "absent_groups");
        Private<Meeting>(model, "meetings");
        Private<Decision>(model, "decisions");
        Private<Attendance>(model, "attendances");
        Private<Training>(model, "trainings");
        Private<Grant>(model, "grants");
        Private<ReprisalEntry>(model, "reprisal_entries");
        Private<EvidenceCase>(model, "evidence_cases");
        Private<EvidenceFile>(model, "evidence_files").HasIndex(f => f.CaseId);
        Private<EvidencePiece>(model, "evidence_pieces").HasIndex(p => new { p.FileId, p.Copy, p.Number }).IsUnique();
        Private<DropBox>(model, "drop_boxes");
        Private<CoalitionMove>(model, "coalition_moves");
        Private<WaitingReference>(model, "waiting_references");
        Private<SheetUpload>(model, "sheet_uploads");
        Private<ReviewPlan>(model, "review_plans");
        Private<PlanTask>(model, "plan_tasks").HasIndex(t => t.PlanId);
        Private<PlanChange>(model, "plan_changes").HasIndex(c => c.PlanId);
        Private<QuietPeriod>(model, "quiet_periods");
        Private<DraftPriority>(model, "draft_priorities");
        Private<PriorityLink>(model, "priority_links").HasIndex(l => l.PriorityId);
        Private<DraftRecommendation>(model, "draft_recommendations");
        Private<DraftVersion>(model, "draft_versions").HasIndex(v => new { v.DraftId, v.Number }).IsUnique();
        Private<DraftMove>(model, "draft_moves").HasIndex(m => m.DraftId);
        Private<DraftComment>(model, "draft_comments").HasIndex(c => c.DraftId);
        Private<DraftCopy>(model, "draft_copies").HasIndex(c => new { c.DraftId, c.MemberId }).IsUnique();
        Private<StudioDocument>(model, "studio_documents");
        Private<StudioSection>(model, "studio_sections").HasIndex(s => s.DocumentId);
        Private<StudioVersion>(model, "studio_versions").HasIndex(v => new { v.SectionId, v.Number }).IsUnique();
        Private<StudioCopy>(model, "studio_copies").HasIndex(c => new { c.SectionId, c.MemberId }).IsUnique();
        Private<StudioSigner>(model, "studio_signers").HasIndex(s => s.DocumentId);
        Private<StudioStep>(model, "studio_steps").HasIndex(s => s.DocumentId);
        Private<StudioSafety>(model, "studio_safeties").HasIndex(s => s.DocumentId);
        Private<StudioTick>(model, "studio_ticks").HasIndex(t => new { t.DocumentId, t.Item }).IsUnique();
        Private<MatrixSheet>(model, "matrix_sheets");
        Private<MatrixRow>(model, "matrix_rows").HasIndex(r => new { r.SheetId, r.Place }).IsUnique();
        Private<MatrixEntry>(model, "matrix_entries").HasIndex(e => new { e.RowId, e.Number }).IsUnique();
        Private<MatrixEvidence>(model, "matrix_evidence").HasIndex(l => new { l.RowId, l.CaseId }).IsUnique();
        Private<FollowedReview>(model, "followed_reviews").HasIndex(f => new { f.CoalitionId, f.State, f.Session }).IsUnique();
        Private<FollowedRecommendation>(model, "followed_recommendations").HasIndex(r => r.FollowId);
        Private<ScaleWord>(model, "scale_words").HasIndex(w => new { w.CoalitionId, w.Code, w.Language }).IsUnique();
        Private<UptakeMatch>(model, "uptake_matches").HasIndex(m => new { m.FollowId, m.DraftId });
        Private<OutcomeEntry>(model, "outcome_entries").HasIndex(e => new { e.FollowedId, e.Number }).IsUnique();
        Private<LobbyStep>(model, "lobby_steps").HasIndex(s => s.FollowId);
        Private<RecommendationObligation>(model, "recommendation_obligations").HasIndex(o => o.FollowId);
        Private<AdoptionDay>(model, "adoption_days").HasIndex(a => a.FollowId).IsUnique();
        Private<SettledPosition>(model, "settled_positions").HasIndex(p => p.FollowedId).IsUnique();
        model.Entity<SettledPosition>().HasIndex(p => p.FollowId);
        Private<RecommendationTranslation>(model, "recommendation_translations").HasIndex(t => new { t.FollowedId, t.Language, t.Number }).IsUnique();
        Private<DisseminationStep>(model, "dissemination_steps").HasIndex(s => s.FollowId);
        Private<PlannedAction>(model, "planned_actions").HasIndex(a => new { a.FollowId, a.Number }).IsUnique();
        Private<ActionEntry>(model, "action_entries").HasIndex(e => new { e.ActionId, e.Number }).IsUnique();
        Private<ActionLink>(model, "action_links").HasIndex(l => new { l.ActionId, l.RowId }).IsUnique();
        Private<ActionIndicator>(model, "action_indicators").HasIndex(i => i.ActionId);
        Private<IndicatorValue>(model, "indicator_values").HasIndex(v => v.IndicatorId);
        Private<ActionVersion>(model, "action_versions").HasIndex(v => v.FollowId);
        Private<ActionGuest>(model, "action_guests").HasIndex(g => new { g.VersionId, g.MemberId }).IsUnique();
        Private<ActionComment>(model, "action_comments").HasIndex(c => c.VersionId);
        Private<JointEntry>(model, "joint_entries").HasIndex(e => new { e.VersionId, e.ActionNumber, e.Number }).IsUnique();
        Private<MechanismRecord>(model, "mechanism_records").HasIndex(m => m.FollowId).IsUnique();
        Private<ResponsibleBody>(model, "responsible_bodies").HasIndex(b => new { b.FollowId, b.Name }).IsUnique();
        Private<ProgressReport>(model, "progress_reports").HasIndex(r => r.ActionId);
        Private<ReportGuest>(model, "report_guests").HasIndex(g => new { g.ActionId, g.MemberId }).IsUnique();
        Private<SheetShape>(model, "sheet_shapes").HasIndex(s => new { s.CoalitionId, s.Kind, s.Shape }).IsUnique();
        Private<Assessment>(model, "assessments").HasIndex(a => new { a.FollowId, a.RowId });
        Private<AssessmentEvidence>(model, "assessment_evidence").HasIndex(e => e.AssessmentId);
        Private<AssessmentRound>(model, "assessment_rounds").HasIndex(r => new { r.FollowId, r.Year }).IsUnique();
        Private<FollowReport>(model, "follow_reports").HasIndex(r => r.FollowId);
        model.Entity<FollowReport>().HasIndex(r => r.DocumentId).IsUnique();
        Private<ReportVersion>(model, "report_versions").HasIndex(v => v.ReportId);
        Private<ReportAsk>(model, "report_asks").HasIndex(a => a.ReportId);
        Private<ReportComment>(model, "report_comments").HasIndex(c => c.ReportId);
        Private<Contact>(model, "contacts").HasIndex(c => new { c.CoalitionId, c.Stamp });
        Private<ContactEvent>(model, "contact_events").HasIndex(e => e.ContactId);
        Private<CoalitionEvent>(model, "coalition_events");
        Private<EventGuest>(model, "event_guests").HasIndex(g => g.EventId);
        Private<EventSlot>(model, "event_slots").HasIndex(s => s.EventId);
        Private<WayChoice>(model, "way_choices");
        Private<Consultation>(model, "consultations");
        Private<RaisedIssue>(model, "raised_issues").HasIndex(i => i.ConsultationId);
        Private<GovernmentMeeting>(model, "government_meetings");
        Private<TargetChoice>(model, "target_choices");
        Private<PressText>(model, "press_texts").HasIndex(t => new { t.CoalitionId, t.SeriesId, t.Number }).IsUnique();
        Private<DayBoard>(model, "day_boards");
        Private<DaySpeaker>(model, "day_speakers").HasIndex(s => new { s.BoardId, s.Sequence });
        Private<DayNote>(model, "day_notes").HasIndex(n => new { n.BoardId, n.Sequence });
        model.Entity<DayNote>().HasIndex(n => new { n.BoardId, n.ClientId }).IsUnique();
        Private<TreatyDate>(model, "treaty_dates");
        Private<AgendaChoice>(model, "agenda_choices");
        Private<OutgoingMail>(model, "outgoing_mails").HasIndex(m => new { m.MemberId, m.Key }).IsUnique();
        PrivateRules.Apply(model, db);
    }

    private static void Accounts(ModelBuilder model)
    {
        model.Entity<Account>(e => e.ToTable("accounts").HasIndex(a => a.NormalisedName).IsUnique());
        model.Entity<Passkey>(e =>
        {
            e.ToTable("passkeys").HasIndex(p => p.CredentialId).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        });
        model.Entity<RecoveryCode>(e => e.ToTable("recovery_codes").HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId));
        model.Entity<SignIn>(e =>
        {
            e.ToTable("sign_ins").HasIndex(s => s.TokenHash).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitations").HasIndex(i => i.TokenHash).IsUnique();
            e.HasIndex(i => i.CodeHash).IsUnique();
            e.HasOne<Coalition>().WithMany().HasForeignKey(i => i.CoalitionId);
        });
        model.Entity<SpentTicket>(e => e.ToTable("spent_tickets").HasIndex(t => t.Hash).IsUnique());
        model.Entity<ProtectionKey>(e => e.ToTable("protection_keys"));
        model.Entity<InstallationKey>(e => e.ToTable("installation_keys"));
    }

    private static void Doors(ModelBuilder model)
    {
        model.Entity<Coalition>(e => e.ToTable("coalitions").HasIndex(c => c.Slug).IsUnique());
        model.Entity<Membership>(e =>
        {
            e.ToTable("memberships");
            e.HasOne<Coalition>().WithMany().HasForeignKey(m => m.CoalitionId);
            e.HasIndex(m => new { m.AccountId, m.CoalitionId }).IsUnique();
        });
        model.Entity<CoalitionKey>(e =>
        {
            e.ToTable("coalition_keys").HasIndex(k => new { k.CoalitionId, k.Number }).IsUnique();
            e.HasOne<Coalition>().WithMany().HasForeignKey(k => k.CoalitionId);
        });
        model.Entity<DropBoxDoor>(e =>
        {
            e.ToTable("drop_box_doors").HasIndex(d => d.TokenHash).IsUnique();
            e.HasIndex(d => d.CodeHash).IsUnique();
        });
        model.Entity<PublicPage>(e =>
        {
            e.ToTable("public_pages").HasIndex(p => p.Name).IsUnique();
            e.HasIndex(p => p.CoalitionId).IsUnique();
        });
        model.Entity<PublicationSource>(e => e.ToTable("publication_sources").HasIndex(s => s.Fingerprint).IsUnique());
        model.Entity<ForeignPublication>(e =>
        {
            e.ToTable("foreign_publications").HasIndex(p => new { p.SourceId, p.Name }).IsUnique();
            e.HasOne<PublicationSource>().WithMany().HasForeignKey(p => p.SourceId);
        });
        model.Entity<CalendarFeed>(e => e.ToTable("calendar_feeds").HasIndex(f => f.TokenHash).IsUnique());
        model.Entity<DropReceipt>(e => e.ToTable("drop_receipts").HasIndex(r => r.ReceiptHash).IsUnique());
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries");
            e.HasIndex(a => new { a.CoalitionId, a.Number }).IsUnique();
            e.HasIndex(a => new { a.CoalitionId, a.Thing, a.ThingId });
        });
    }

    private static EntityTypeBuilder<T> Private<T>(ModelBuilder model, string table)
        where T : class, IPrivateRow
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.HasIndex(nameof(IPrivateRow.CoalitionId));

        // A change names the coalition beside the id, so that a row that was made up with another coalition's id hits nothing; and a row never moves.
        entity.Property(nameof(IPrivateRow.CoalitionId)).IsConcurrencyToken().Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        entity.HasOne<Coalition>().WithMany().HasForeignKey(nameof(IPrivateRow.CoalitionId));
        return entity;
    }
}
