namespace OpenUpr.FollowUp.Outcomes;

/// <summary>What a coalition shows to everybody. No person, nothing that it keeps to itself; a member organisation only where the coalition chose to name who judged.</summary>
/// <param name="Title">The coalition's name, or another that it chose to show.</param>
/// <param name="State">ISO 3166-1 alpha-3 of the State under review.</param>
/// <param name="HasPositions">Whether positions are shown; then each row has one.</param>
/// <param name="AsOf">The day on which the copy was made.</param>
public sealed record PublicContent(string Title, string State, int Session, bool HasPositions, DateOnly AsOf, IReadOnlyList<PublicRow> Rows)
{
    public const string Society = "society";
    public const string Institution = "nhri";
    public const string Government = "state";
    public const string Joint = "joint";

    /// <summary>Civil society, a national human rights institution, the State, or several of these together.</summary>
    public static IReadOnlyList<string> Assessors { get; } = [Society, Institution, Government, Joint];

    /// <summary>Who judged; null where no judgements are shown.</summary>
    public string? Assessor { get; init; }

    /// <summary>How it was judged, in the words of those who did; null where no judgements are shown.</summary>
    public string? Method { get; init; }

    /// <summary>Whether it says how far recommendations are carried out.</summary>
    public bool HasJudgements => Assessor is not null;
}

/// <summary>A recommendation that is shown.</summary>
/// <param name="States">Codes of the States that put it.</param>
/// <param name="Position">supported, partly, noted or pending; null where positions are not shown.</param>
public sealed record PublicRow(string? Number, string Text, IReadOnlyList<string> States, string? Position, IReadOnlyList<PublicTranslation> Translations)
{
    /// <summary>Names of its issues.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Judgements that a second person confirmed; those of several organisations stand side by side.</summary>
    public IReadOnlyList<PublicJudgement> Judgements { get; init; } = [];

    /// <summary>green, amber, red or none; "mixed" where judgements differ in their light.</summary>
    public string Light() => Judgements.Select(j => j.Light).Distinct().ToList() switch { [] => "none", [var one] => one, _ => "mixed" };
}

/// <summary>A translation that a second person checked, without anybody's name.</summary>
public sealed record PublicTranslation(string Language, string Text);

/// <summary>How far somebody found a recommendation carried out (requirements M2, N1).</summary>
/// <param name="IsMember">Judged by one member organisation; else by the coalition as a whole.</param>
/// <param name="By">The member's name where the coalition names it.</param>
/// <param name="Value">A code of the scale of implementation.</param>
/// <param name="Light">green, amber, red or none.</param>
public sealed record PublicJudgement(bool IsMember, string? By, string Value, string Light, DateOnly On, string Explanation, string? Regression, string? Effect, IReadOnlyList<PublicEvidence> Evidence);

/// <summary>What a judgement rests on; a case of the evidence room never.</summary>
public sealed record PublicEvidence(string Kind, string? Text, string? Address);

/// <summary>What the secretariat chose, as typed.</summary>
/// <param name="Name">Of the address: small letters, digits and hyphens.</param>
/// <param name="KeyOnly">True for those alone that the coalition calls key.</param>
/// <param name="Languages">Of translations; those that are not checked stay inside.</param>
public sealed record PublicWish(string? Name, string? Title, bool KeyOnly, bool HasPositions, IReadOnlyList<string> Languages)
{
    /// <summary>Whether confirmed judgements are shown too.</summary>
    public bool HasJudgements { get; init; }

    /// <summary>Whether member organisations are named with what they judged.</summary>
    public bool NamesMembers { get; init; }

    /// <summary>One of <see cref="PublicContent.Assessors"/>.</summary>
    public string? Assessor { get; init; }

    public string? Method { get; init; }
}
