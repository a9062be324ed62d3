namespace OpenUpr.Storage;

/// <summary>Something to be done so that recommendations become true: a row of the implementation matrix. What it says stands in its entries (requirement L1).</summary>
public sealed class PlannedAction : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>In the matrix of one followed review, from 1; never given twice, so that versions can be compared.</summary>
    public int Number { get; set; }

    /// <summary>The number of the newest entry: two who write at once do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>What an action says, at one moment. Entries are only added; the newest holds.</summary>
public sealed class ActionEntry : IPrivateRow, ITextVersion
{
    public const string Planned = "planned";
    public const string Agreed = "agreed";
    public const string Begun = "begun";
    public const string Done = "done";

    /// <summary>Left out: it stays in the matrix for the coalition and goes into no version.</summary>
    public const string Dropped = "dropped";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ActionId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>Who answers for it; null while nobody said.</summary>
    public string? Ministry { get; set; }

    /// <summary>A line for each further actor: "name: duty"; null for none (requirement L1).</summary>
    public string? Actors { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>Goals and targets of the 2030 Agenda, "5, 16.3"; null for none (requirement L8).</summary>
    public string? Targets { get; set; }

    /// <summary>Places in the development plan, the human rights action plan or a ministry's strategy, a line for each; null for none (requirements L3, L5).</summary>
    public string? Plans { get; set; }

    /// <summary>Help that the State needs, and from whom (requirement L14).</summary>
    public string? Assistance { get; set; }

    /// <summary>Law that must be made or changed (requirement L10).</summary>
    public string? Law { get; set; }

    /// <summary>Money that is needed, and from which budget (requirement L10).</summary>
    public string? Budget { get; set; }

    /// <summary>The committee of parliament that has it before it.</summary>
    public string? Committee { get; set; }

    /// <summary>The coalition's own note; it goes into no version and no file.</summary>
    public string? Note { get; set; }

    /// <summary>planned, agreed, begun, done or dropped.</summary>
    public required string State { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>That an action serves a recommendation: many may serve one, and one may serve many.</summary>
public sealed class ActionLink : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ActionId { get; set; }

    /// <summary>The followed recommendation.</summary>
    public long RowId { get; set; }
}

/// <summary>How one sees that an action works (requirement L1).</summary>
public sealed class ActionIndicator : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ActionId { get; set; }

    public required string Name { get; set; }

    public string? Unit { get; set; }

    public decimal? Baseline { get; set; }

    public decimal? Target { get; set; }

    /// <summary>Who measures it, and where it is published.</summary>
    public string? Source { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Number of the indicator of the 2030 Agenda that it is, "5.2.1"; null for none (requirement L8).</summary>
    public string? Sdg { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>When it was taken out of the matrix; null while it stands there. What was measured stays.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>A value of an indicator on one day.</summary>
public sealed class IndicatorValue : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long IndicatorId { get; set; }

    public DateOnly On { get; set; }

    public decimal Value { get; set; }

    /// <summary>Who measured it, and where it can be read.</summary>
    public required string Source { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }
}

/// <summary>The matrix as it was at one moment, or the part of it that concerns somebody: it alone is shared with guests (requirements L3, O2). What it held then never changes; what both sides write into a joint draft stands in its entries.</summary>
public sealed class ActionVersion : IPrivateRow
{
    public const string Plan = "plan";
    public const string Joint = "joint";
    public const string Agreed = "agreed";
    public const string Published = "published";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>plan, joint, agreed or published.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>ministry, parliament, embassy or agency for a part; null for the whole.</summary>
    public string? View { get; set; }

    /// <summary>Whose part: a ministry's name, a State's code, and so on.</summary>
    public string? ViewOf { get; set; }

    /// <summary>The matrix, as JSON of <see cref="FollowUp.Actions.ActionPlan"/>: no note, no evidence, no person's name and no number of a row is in it.</summary>
    public required string Content { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset TakenAt { get; set; }

    /// <summary>Since when nobody writes into this joint draft any more; null while people do, and for every other kind.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>What somebody wrote into an action of a joint draft. Entries are only added; the newest of an action holds, over what the version held when it was taken. Whoever may read the version reads them (requirement L3).</summary>
public sealed class JointEntry : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long VersionId { get; set; }

    /// <summary>The action by its number in the matrix; below zero for one that was added in the draft.</summary>
    public int ActionNumber { get; set; }

    /// <summary>Of the action in this draft, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The whole action, as JSON of <see cref="FollowUp.Actions.PlanAction"/>; its recommendations by their places in the version.</summary>
    public required string Content { get; set; }

    public bool IsGuests { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>The number in the matrix under which an action that was added in the draft was taken over; null before, and for all others.</summary>
    public int? TakenAs { get; set; }

    /// <summary>When the coalition took this over into its matrix, or decided to leave the matrix as it is; null before.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public long? SettledById { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>That a guest may write about a version that is shared with them, and into a joint draft, not only read it.</summary>
public sealed class ActionGuest : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long VersionId { get; set; }

    public long MemberId { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>What somebody says about a version, or proposes to change in it. A guest sees their own alone.</summary>
public sealed class ActionComment : IPrivateRow
{
    public const string Comment = "comment";
    public const string Proposal = "proposal";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long VersionId { get; set; }

    /// <summary>The action by its number in the matrix; null for the whole version.</summary>
    public int? ActionNumber { get; set; }

    /// <summary>comment or proposal.</summary>
    public required string Kind { get; set; }

    public required string Text { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>What the coalition answered; null while it did not.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public long? AnsweredById { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>How one organisation judges one recommendation, at one moment. Only added; the newest of an organisation holds, and those of several stand side by side (requirement M2).</summary>
public sealed class Assessment : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>The followed recommendation.</summary>
    public long RowId { get; set; }

    /// <summary>The round in which it was made; null outside of any.</summary>
    public long? RoundId { get; set; }

    /// <summary>The member organisation that judges; null for the coalition as a whole.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>A code of <see cref="Drafting.Lists.ValueScale"/>.</summary>
    public required string Value { get; set; }

    public required string Explanation { get; set; }

    /// <summary>Why it is worse than at the review; null where it is not.</summary>
    public string? Regression { get; set; }

    /// <summary>What it means for the people whose rights they are.</summary>
    public string? Effect { get; set; }

    /// <summary>The row of a list of recommendations that it was taken over from; null for none.</summary>
    public long? MatrixRowId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Who else than the author looked at it and found it right; null while nobody did. Before that it is not published.</summary>
    public long? ConfirmedById { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>What an assessment rests on (requirement M3). Whoever may not see a case does not see the link to it.</summary>
public sealed class AssessmentEvidence : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long AssessmentId { get; set; }

    /// <summary>first-hand, second-hand, government, organisation, bill, decision, treaty-body or case.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is and where it can be found; null for a case.</summary>
    public string? Text { get; set; }

    public string? Address { get; set; }

    /// <summary>A case of the evidence room; null for any other kind.</summary>
    public long? CaseId { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>One round in which all recommendations are assessed, once a year (requirement M5).</summary>
public sealed class AssessmentRound : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public int Year { get; set; }

    public DateOnly From { get; set; }

    public DateOnly DueOn { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>When it was ended; null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}
