namespace OpenUpr.Storage;

/// <summary>
/// What a coalition wants of one recommendation and how it goes about it, at one moment: the board and the workshop write the same entry. Entries are only added; the newest holds.
/// </summary>
public sealed class OutcomeEntry : IPrivateRow, ITextVersion
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The recommendation.</summary>
    public long FollowedId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>supported, partly or noted: what the State should say; null while nobody said.</summary>
    public string? Ideal { get; set; }

    /// <summary>supported, partly or noted: what it will say as things stand.</summary>
    public string? Expected { get; set; }

    /// <summary>True for one of those that the coalition cares about most.</summary>
    public bool IsKey { get; set; }

    /// <summary>Codes of States that are to speak to the State under review, apart by commas; null for none.</summary>
    public string? Lobby { get; set; }

    /// <summary>Why the State should support it.</summary>
    public string? Rationale { get; set; }

    /// <summary>How to lobby for it until the adoption.</summary>
    public string? Lobbying { get; set; }

    /// <summary>How it could be carried out.</summary>
    public string? Idea { get; set; }

    /// <summary>Who matters for it, and in which part.</summary>
    public string? Actors { get; set; }

    /// <summary>The six strands of a consultation after the review (post-UPR consultation toolkit), in its order.</summary>
    public string? Acceptance { get; set; }

    public string? Government { get; set; }

    public string? Dissemination { get; set; }

    public string? International { get; set; }

    public string? Charter { get; set; }

    public string? Monitoring { get; set; }

    /// <summary>For the coalition alone: in no file that is shared.</summary>
    public string? Private { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>Something that happened about a recommendation on a day: what was asked of whom, what came of it, what was learnt. For the coalition alone.</summary>
public sealed class LobbyStep : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public long FollowedId { get; set; }

    public DateOnly On { get; set; }

    /// <summary>The ministry or body; null where that is not said.</summary>
    public string? Whom { get; set; }

    public string? Asked { get; set; }

    /// <summary>What came of it, or what was learnt.</summary>
    public string? Result { get; set; }

    /// <summary>supported, partly, noted or pending: what the State will say by that; null for nothing about it.</summary>
    public string? Says { get; set; }

    /// <summary>The meeting with the government; null for none.</summary>
    public long? MeetingId { get; set; }

    /// <summary>The contact from whom it is; shown to whoever may see the contact.</summary>
    public long? ContactId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}

/// <summary>An obligation or commitment that a recommendation matches, as a person decided: proposals of the program are not stored.</summary>
public sealed class RecommendationObligation : IPrivateRow
{
    public const string Treaty = "treaty";
    public const string Observation = "observation";
    public const string Goal = "goal";
    public const string Commitment = "commitment";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public long FollowedId { get; set; }

    /// <summary>treaty, observation, goal or commitment.</summary>
    public required string Kind { get; set; }

    /// <summary>Tells it from others of its kind: a slug, a goal's number, a paper's place, or the words themselves.</summary>
    public required string Key { get; set; }

    /// <summary>What it is called, or what it says.</summary>
    public required string Name { get; set; }

    /// <summary>Where it says so, such as a symbol with its paragraph; null where that is not known.</summary>
    public string? Source { get; set; }

    /// <summary>False where a person said that it does not match, so that it is not proposed again.</summary>
    public bool IsConfirmed { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset DecidedAt { get; set; }
}

/// <summary>The adoption of a review's outcome by the Human Rights Council, as far as a coalition settled it.</summary>
public sealed class AdoptionDay : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public DateOnly On { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset SettledAt { get; set; }
}

/// <summary>The position of a recommendation that was pending, as it was settled. What the database says later stands above it.</summary>
public sealed class SettledPosition : IPrivateRow
{
    /// <summary>The State said so in a paper or in the hall.</summary>
    public const string Said = "state-said";

    /// <summary>It said nothing until the adoption: other recommendations than those that it supports are noted (Human Rights Council, resolution 5/1, annex, paragraph 32, 2007).</summary>
    public const string LeftPending = "left-pending";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public long FollowedId { get; set; }

    /// <summary>supported, partly or noted.</summary>
    public required string Position { get; set; }

    /// <summary>state-said or left-pending.</summary>
    public required string Rule { get; set; }

    public DateOnly On { get; set; }

    /// <summary>Where the State said so, such as a symbol; null where that is not known.</summary>
    public string? Source { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>A recommendation in another language, at one moment. Translations are only added; the newest holds. None is an official one.</summary>
public sealed class RecommendationTranslation : IPrivateRow, ITextVersion
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    public long FollowedId { get; set; }

    /// <summary>Tag, such as "sw".</summary>
    public required string Language { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>Who translated, as they want to be named; null for nobody's name.</summary>
    public string? Translator { get; set; }

    /// <summary>The second person who read it against the original; null while nobody did.</summary>
    public long? CheckedById { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>Who gets what in which language: a line of the plan by which a review's outcome is made known.</summary>
public sealed class DisseminationStep : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>media, public or state.</summary>
    public required string Audience { get; set; }

    public required string Whom { get; set; }

    public required string What { get; set; }

    /// <summary>Tag, such as "sw".</summary>
    public required string Language { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>
/// What a coalition shows to everybody: a copy of what its secretariat saw in the preview, made when it said so, so that nothing gets out by a change inside the room. It bears a name of its
/// own and nothing from which the room could be found. It is there as long as it is shown.
/// </summary>
public sealed class PublicPage
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>Of the address, unlike the room's own.</summary>
    public required string Name { get; set; }

    /// <summary>What is shown, as JSON.</summary>
    public required string Content { get; set; }

    public DateTimeOffset PublishedAt { get; set; }
}
