namespace OpenUpr.Storage;

/// <summary>What is known of the State's mechanism for implementation, reporting and follow-up, and of its plan, for one followed review (requirements L4, L5).</summary>
public sealed class MechanismRecord : IPrivateRow
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unknown = "unknown";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>yes, no or unknown: whether there is a mechanism.</summary>
    public required string Exists { get; set; }

    public DateOnly? Since { get; set; }

    /// <summary>The law or decree that made it.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>Bodies that sit in it.</summary>
    public string? Members { get; set; }

    /// <summary>Posts and money that it has.</summary>
    public string? Resources { get; set; }

    /// <summary>The national human rights action plan by its name; null for none that is known.</summary>
    public string? PlanName { get; set; }

    public DateOnly? PlanFrom { get; set; }

    public DateOnly? PlanTo { get; set; }

    /// <summary>With whom it was and is talked about.</summary>
    public string? Dialogue { get; set; }

    /// <summary>Months from one report to the next; null where no reports are asked for.</summary>
    public int? ReportMonths { get; set; }

    /// <summary>The day of the first report; the others follow after so many months.</summary>
    public DateOnly? FirstReportOn { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>A ministry or other body that answers for actions of a followed review, and the office that one turns to (requirements L4, L13).</summary>
public sealed class ResponsibleBody : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>As the implementation matrix names it.</summary>
    public required string Name { get; set; }

    /// <summary>The office, not the person: it stays when a government changes.</summary>
    public string? FocalPoint { get; set; }

    /// <summary>A member or guest of the room who is its focal point; null for none.</summary>
    public long? MemberId { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>What a responsible body says was done of one action. Only added; the newest holds.</summary>
public sealed class ProgressReport : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ActionId { get; set; }

    public required string Done { get; set; }

    /// <summary>planned, agreed, begun or done, as the body says; null where it does not. The state of the matrix is the room's own.</summary>
    public string? State { get; set; }

    /// <summary>How far, of 100.</summary>
    public int? Percent { get; set; }

    public string? Obstacles { get; set; }

    /// <summary>Help that is needed (requirement L14).</summary>
    public string? Help { get; set; }

    /// <summary>By when there is more to say.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>Written by a guest to whom the action was given: those guests read it; what members write stays in the room.</summary>
    public bool IsGuests { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>That a guest may report on an action, and what they see of it: the action as it was when it was given to them (requirement O2).</summary>
public sealed class ReportGuest : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public long ActionId { get; set; }

    public long MemberId { get; set; }

    /// <summary>The action with its recommendations, as JSON of <see cref="FollowUp.Actions.ActionPlan"/>: no note, no evidence and no person's name is in it.</summary>
    public required string Content { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset GivenAt { get; set; }
}

/// <summary>What a room chose for sheets of one shape, so that the next one of it needs no choices.</summary>
public sealed class SheetShape : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>What its rows are: actions.</summary>
    public required string Kind { get; set; }

    /// <summary>A hash of its headings.</summary>
    public required string Shape { get; set; }

    /// <summary>The choices, as JSON.</summary>
    public required string Choices { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset KeptAt { get; set; }
}
