namespace OpenUpr.Coalitions;

/// <summary>Why something that a person asked for was not done. Pages and commands have a sentence for each.</summary>
public enum Refusal
{
    /// <summary>There is no such thing, or not for this person: the two look the same.</summary>
    Absent,

    /// <summary>A field that must not be empty is.</summary>
    Empty,

    /// <summary>A field is longer than it may be.</summary>
    TooLong,

    /// <summary>The value is none of those that the field knows.</summary>
    Unknown,

    /// <summary>A date that is no date, or an end before its beginning.</summary>
    NoDate,

    /// <summary>A number that is no number, or is out of bounds.</summary>
    NoNumber,

    /// <summary>An address that is not one of the web (http or https).</summary>
    NoAddress,

    /// <summary>An e-mail address that is none.</summary>
    NoMailAddress,

    /// <summary>The name or short name is in use already.</summary>
    Taken,

    /// <summary>The last person of the secretariat cannot leave or change role: nobody could let anyone in any more.</summary>
    LastSecretariat,

    /// <summary>The organisation still has people in the coalition.</summary>
    HasPeople,

    /// <summary>What was typed to be sure is not the thing's name.</summary>
    OtherName,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Conflict,

    /// <summary>Already done, or not open any more.</summary>
    Closed,

    /// <summary>The picture is not one of the kinds that are taken, or is damaged.</summary>
    NoPicture,

    /// <summary>The file is larger than it may be.</summary>
    TooLarge,

    /// <summary>There are no minutes to send round yet.</summary>
    NoMinutes,

    /// <summary>The person has to leave first.</summary>
    StillIn,

    /// <summary>The terms of reference have a newer version than the one that was read.</summary>
    OldTerms,

    /// <summary>The case may not leave the room before its safety was checked (requirement F9).</summary>
    NotChecked,

    /// <summary>It is dangerous, and the person has not shown for a while that it is them.</summary>
    NotProved,

    /// <summary>The operator of the installation allows it to others only.</summary>
    NotAllowed,

    /// <summary>The text still has blanks that somebody must fill.</summary>
    HasBlanks,

    /// <summary>There are as many as there may be.</summary>
    TooMany,

    /// <summary>An individual submission names no organisation that makes it.</summary>
    NoSigner,

    /// <summary>A joint submission is made by two organisations or more (requirement F2).</summary>
    TooFewSigners,

    /// <summary>An individual submission is made by one organisation.</summary>
    TooManySigners,

    /// <summary>The organisation has an individual submission for this review already; joint ones are not limited (requirement F2).</summary>
    SecondIndividual,

    /// <summary>An organisation that was asked to sign has not answered.</summary>
    NoConsent,

    /// <summary>The text names people of whom nobody said yet that they may be named (requirement F9).</summary>
    OpenNames,

    /// <summary>The coalition has not agreed to the text yet.</summary>
    NotAgreed,

    /// <summary>The round of comments has not ended.</summary>
    OpenRound,

    /// <summary>Comments have no answer yet (requirement M8).</summary>
    OpenComments,
}

/// <summary>What came of something that a person asked for: the number of the thing, or why not.</summary>
/// <param name="Id">The thing that was made or changed; 0 where it was refused.</param>
/// <param name="Field">The field that the refusal is about, by its name in the form; null where it is about none.</param>
public readonly record struct Outcome(long Id, Refusal? Refused, string? Field)
{
    public static readonly Outcome Absent = new(0, Refusal.Absent, null);

    public bool IsDone => Refused is null;

    public static Outcome Done(long id) => new(id, null, null);

    public static Outcome Not(Refusal why, string? field = null) => new(0, why, field);
}
