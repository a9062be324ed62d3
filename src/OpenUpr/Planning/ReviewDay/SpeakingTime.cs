namespace OpenUpr.Planning.ReviewDay;

/// <summary>
/// How long a State may speak (requirement I2). A review lasts 3½ hours: 70 minutes for the State under review, 140 for the dialogue. Members of the
/// Council have three minutes and others two; where that does not fit, all have two; where many want to speak, it was 50 seconds (UPR Info's
/// compendium for civil society, "The interactive dialogue"). The board's own times hold: these are what it begins with.
/// </summary>
/// <param name="MemberSeconds">For members of the Human Rights Council.</param>
/// <param name="OtherSeconds">For all others.</param>
public readonly record struct SpeakingTime(int MemberSeconds, int OtherSeconds)
{
    /// <summary>Seconds of the dialogue.</summary>
    public const int Dialogue = 140 * 60;

    /// <summary>Seconds that may be set for a State: enough for any rule that was seen.</summary>
    public const int Least = 10;

    public const int Most = 900;

    public static SpeakingTime Usual { get; } = new(180, 120);

    public static SpeakingTime Crowded { get; } = new(120, 120);

    /// <summary>The shortest time that was seen.</summary>
    public static SpeakingTime Shortest { get; } = new(50, 50);

    public static IReadOnlyList<SpeakingTime> Known { get; } = [Usual, Crowded, Shortest];

    /// <summary>Seconds that all would need together.</summary>
    public int Needed(int members, int others) => (members * MemberSeconds) + (others * OtherSeconds);

    /// <summary>What so many speakers may expect: the first of the known times that fits into the dialogue, else the dialogue divided among them.</summary>
    public static SpeakingTime Expected(int members, int others)
    {
        if (Known.Where(t => t.Needed(members, others) <= Dialogue).ToList() is [var fits, ..])
        {
            return fits;
        }

        var each = Math.Max(Least, Dialogue / Math.Max(1, members + others));
        return new SpeakingTime(each, each);
    }
}
