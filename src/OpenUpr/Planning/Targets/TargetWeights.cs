using System.Globalization;

namespace OpenUpr.Planning.Targets;

/// <summary>What a reader makes of the kinds of history: each is multiplied by a number from 0 (leave it out) to <see cref="Most"/>; 1 is as measured.</summary>
/// <param name="Everywhere">Raised the issue with any State.</param>
/// <param name="Region">Raised it with States of the same regional group.</param>
/// <param name="Organisations">Raised it with States that share organisations.</param>
/// <param name="SameState">Spoke to this State before.</param>
/// <param name="Speaking">Recommended anything at all.</param>
/// <param name="Recent">How fast earlier sessions fade; 0: all count alike.</param>
/// <param name="Supported">Made recommendations on the issue to this State that it supported: to be followed up. 0 unless chosen: it does not foretell.</param>
/// <param name="Noted">As <paramref name="Supported"/>, of those that were noted.</param>
/// <param name="Council">Sits on the Human Rights Council. 0 unless chosen: every State may speak in the Working Group, and it does not foretell who does.</param>
public sealed record TargetWeights(
    double Everywhere = 1, double Region = 1, double Organisations = 1, double SameState = 1, double Speaking = 1, double Recent = 1, double Supported = 0, double Noted = 0, double Council = 0)
{
    public const double Most = 5;

    public static TargetWeights Usual { get; } = new();

    /// <summary>Names as addresses and commands write them, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["everywhere", "region", "organisations", "same-state", "speaking", "recent", "supported", "noted", "council"];

    public double Of(string name) => name switch
    {
        "everywhere" => Everywhere,
        "region" => Region,
        "organisations" => Organisations,
        "same-state" => SameState,
        "speaking" => Speaking,
        "recent" => Recent,
        "supported" => Supported,
        "noted" => Noted,
        "council" => Council,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>The same with one weight changed.</summary>
    public TargetWeights With(string name, double value) => name switch
    {
        "everywhere" => this with { Everywhere = value },
        "region" => this with { Region = value },
        "organisations" => this with { Organisations = value },
        "same-state" => this with { SameState = value },
        "speaking" => this with { Speaking = value },
        "recent" => this with { Recent = value },
        "supported" => this with { Supported = value },
        "noted" => this with { Noted = value },
        "council" => this with { Council = value },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>A weight as typed, such as "1.5"; null where it is no number from 0 to <see cref="Most"/>.</summary>
    public static double? Parse(string typed) =>
        double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= Most ? value : null;

    /// <summary>Those that are not as usual, as "region=2,recent=0"; empty where all are.</summary>
    public override string ToString() =>
        string.Join(',', Names.Where(n => Of(n) != Usual.Of(n)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}={Of(n)}")));
}
