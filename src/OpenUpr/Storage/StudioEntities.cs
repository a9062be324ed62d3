namespace OpenUpr.Storage;

/// <summary>A document that the coalition writes for others to read: a submission, a factsheet, a statement. Its text is in its sections.</summary>
public sealed class StudioDocument : IClusterRow
{
    public const string Writing = "writing";

    /// <summary>Agreed by the coalition: nothing is changed before it is sent without saying so.</summary>
    public const string Agreed = "agreed";
    public const string Sent = "sent";

    /// <summary>The Office has given it a number.</summary>
    public const string Registered = "registered";

    /// <summary>Found to comply with the guidelines.</summary>
    public const string Complied = "complied";

    /// <summary>Taken up in the stakeholders' summary.</summary>
    public const string Summarised = "summarised";

    /// <summary>Given up.</summary>
    public const string Dropped = "dropped";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The cluster that it stays within; null for the whole coalition. It never changes.</summary>
    public long? ClusterId { get; set; }

    /// <summary>The review that it is for; null while that is open, and for a template.</summary>
    public long? PlanId { get; set; }

    /// <summary>Name of one of <see cref="Drafting.Studio.StudioKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Of the text: "en", "fr", "es" or another language tag.</summary>
    public required string Language { get; set; }

    public required string Title { get; set; }

    /// <summary>True for a document that others are begun from: its sections, their order and its logo.</summary>
    public bool IsTemplate { get; set; }

    /// <summary>writing, agreed, sent, registered, complied, summarised or dropped.</summary>
    public required string Stage { get; set; }

    /// <summary>The member organisation whose letterhead and logo it bears; null for none.</summary>
    public long? LogoOrganisationId { get; set; }

    /// <summary>Whom to write to about it: what the cover says.</summary>
    public string? Contact { get; set; }

    /// <summary>The day that it bears; null while that is open.</summary>
    public DateOnly? Day { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Rises with every change of the document itself, not of its sections.</summary>
    public int Revision { get; set; }
}

/// <summary>A section of a document: what one person writes while others write the rest.</summary>
public sealed class StudioSection : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long DocumentId { get; set; }

    /// <summary>Place in the document, from 1.</summary>
    public int Place { get; set; }

    /// <summary>What the kind asks for here, one of <see cref="Drafting.Studio.SectionSlots"/>.</summary>
    public required string Slot { get; set; }

    /// <summary>Empty for a section that stands under the one before it without a heading.</summary>
    public required string Heading { get; set; }

    /// <summary>Of the heading, 1 to 3.</summary>
    public int Level { get; set; }

    /// <summary>The text of the newest version, with the marks of <see cref="Drafting.Studio.StudioText"/>.</summary>
    public required string Text { get; set; }

    /// <summary>The number of the newest version, from 1.</summary>
    public int Number { get; set; } = 1;

    /// <summary>The cluster that writes it; null for anybody.</summary>
    public long? DutyClusterId { get; set; }

    /// <summary>The priority that it is about; null for none.</summary>
    public long? PriorityId { get; set; }

    /// <summary>True where those who write it say that it is finished.</summary>
    public bool IsDone { get; set; }

    /// <summary>When it was taken out of the document, from where it can be put back; null for one that stands in it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>One version of a section. Versions are only added.</summary>
public sealed class StudioVersion : IClusterRow, ITextVersion
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long SectionId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required string Heading { get; set; }

    public required string Text { get; set; }

    /// <summary>What was changed and why, in the writer's words.</summary>
    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>What one person typed into the form of a section and has not sent yet. Nobody else sees it, the secretariat neither.</summary>
public sealed class StudioCopy : IWorkingCopy
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long SectionId { get; set; }

    public long MemberId { get; set; }

    /// <summary>The version that the writer had before them.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    public string? Note { get; set; }

    /// <summary>The form's own number, made at random.</summary>
    public required string ClientId { get; set; }

    /// <summary>Rises while one form is typed into.</summary>
    public long Sequence { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}

/// <summary>An organisation that signs a document, or was asked to (Compendium, Part 3, joint submissions, 2017).</summary>
public sealed class StudioSigner : IClusterRow
{
    public const string Asked = "asked";
    public const string Agreed = "agreed";
    public const string Declined = "declined";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long DocumentId { get; set; }

    /// <summary>A member organisation; null for one from outside, which is named.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>As it is to be named on the cover.</summary>
    public required string Name { get; set; }

    /// <summary>Place on the cover, from 1.</summary>
    public int Place { get; set; }

    /// <summary>asked, agreed or declined.</summary>
    public required string Consent { get; set; }

    /// <summary>Who gave it, and how: "Vera Lind, director, by e-mail".</summary>
    public string? ConsentBy { get; set; }

    public DateOnly? ConsentOn { get; set; }

    public long? AuthorId { get; set; }

    public int Revision { get; set; }
}

/// <summary>A step of a document from writing to the stakeholders' summary, or back. Steps are only added.</summary>
public sealed class StudioStep : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long DocumentId { get; set; }

    public required string Before { get; set; }

    public required string After { get; set; }

    /// <summary>The day on which it happened, which may be before it was written down.</summary>
    public DateOnly On { get; set; }

    /// <summary>The number that the Office gave, or the paragraphs of the summary: "JS4", "12 and 47".</summary>
    public string? Reference { get; set; }

    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A person named in a document, or a case that can be recognised, and that somebody asked whether that is safe (requirement of the Compendium, Part 3, 2017: submissions are public).</summary>
public sealed class StudioSafety : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long DocumentId { get; set; }

    /// <summary>The words of the text that name or show somebody.</summary>
    public required string Words { get; set; }

    /// <summary>The case of evidence that it is; null for none.</summary>
    public long? CaseId { get; set; }

    /// <summary>True: may be published as it stands. False: must come out.</summary>
    public bool MayStand { get; set; }

    /// <summary>Who was asked, what was weighed.</summary>
    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A question of a kind's checklist that somebody answered with yes. Who takes the tick away takes the row away; the log keeps both.</summary>
public sealed class StudioTick : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the document.</summary>
    public long? ClusterId { get; set; }

    public long DocumentId { get; set; }

    /// <summary>The code of the question in Data/kind-advice.csv.</summary>
    public required string Item { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }
}
