using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>What people settled of a review's doubts, by the doubt's key.</summary>
internal sealed class Settled(string scope, IReadOnlyDictionary<HashKey, Settlement> answers)
{
    public string Scope => scope;

    public Settlement? Of(string code, string subject) => answers.GetValueOrDefault(HashKey.From(PaperKeys.OfDoubt(scope, code, subject)));

    /// <summary>The text that a person chose; null where what is there stays.</summary>
    public string? TextOf(string code, string subject, string? found) => Of(code, subject) switch
    {
        // The value of the moment counts: a later reading does not change what the person saw and took.
        { Choice: Settlement.TakeFound } a => a.Value ?? found,
        { Choice: Settlement.Typed, Value.Length: > 0 } a => a.Value,
        _ => null,
    };

    public static Position? PositionOf(string? value) => value switch
    {
        "supported" => Position.Supported,
        "noted" => Position.Noted,
        "pending" => Position.Pending,
        _ => null,
    };

    public static string NameOf(Position value) => value.ToString().ToLowerInvariant();
}
