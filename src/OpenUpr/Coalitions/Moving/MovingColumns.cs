using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>
/// What the columns of a coalition's table hold, told by their names, so that a table that is added later moves by itself: a number whose name ends in
/// "Id" is that of a row of this coalition, unless it is of a kind of the public database; bytes are sealed as key rotation says.
/// </summary>
internal sealed class MovingColumns
{
    /// <summary>Columns that name things of the public database, and the same words in a column Thing beside a ThingId.</summary>
    private static readonly Dictionary<string, string> s_public = new()
    {
        ["RecommendationId"] = PublicThings.Recommendation, ["TextId"] = PublicThings.Text, ["ReviewId"] = PublicThings.Review, ["DocumentId"] = PublicThings.Document,
    };

    /// <summary>Rows whose document is one that the coalition writes, not one of the United Nations.</summary>
    private static readonly Type[] s_written = [typeof(StudioSection), typeof(StudioSigner), typeof(StudioStep), typeof(StudioSafety), typeof(StudioTick), typeof(FollowReport)];

    /// <summary>Rows that do not travel: invitations open doors of one installation, keys go another way, a mail that waits here goes out from here alone, and what one installation shows to everybody another does not show unasked.</summary>
    private static readonly Type[] s_staying = [typeof(Invitation), typeof(CoalitionKey), typeof(OutgoingMail), typeof(PublicPage)];

    private readonly PropertyInfo? _thing;
    private readonly PropertyInfo? _account;

    private MovingColumns(IEntityType type)
    {
        Type = type;
        var properties = type.GetProperties().Select(p => p.PropertyInfo!).ToList();
        Key = type.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
        Coalition = properties.Single(p => p.Name == nameof(IPrivateRow.CoalitionId));
        _thing = properties.SingleOrDefault(p => p.Name == "Thing");
        _account = properties.SingleOrDefault(p => p.Name == "AccountId");
        References = [.. properties.Where(p => p.Name.EndsWith("Id", StringComparison.Ordinal) && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(long) && p != Key && p != Coalition && p != _account)];
        Sealed = [.. KeyRotation.SealedColumnsOf(type).Select(c => (c.PropertyInfo!, KeyRotation.PlaceOf(type, c)))];
    }

    public IEntityType Type { get; }

    public string Table => Type.GetTableName()!;

    public PropertyInfo Key { get; }

    public PropertyInfo Coalition { get; }

    /// <summary>Numbers of other rows.</summary>
    public IReadOnlyList<PropertyInfo> References { get; }

    public IReadOnlyList<(PropertyInfo Column, string Place)> Sealed { get; }

    /// <summary>Every table that has rows of one coalition, each after those that it refers to; the pieces of files after the files.</summary>
    public static IReadOnlyList<MovingColumns> All(OpenUprDb db) =>
        [.. BackupTable.InOrder(db.Model).Where(t => t.FindProperty(nameof(IPrivateRow.CoalitionId)) is not null && !s_staying.Contains(t.ClrType)).OrderBy(t => t.ClrType == typeof(EvidencePiece)).Select(t => new MovingColumns(t))];

    /// <summary>What kind of public thing a column of this row names; null for a row of the coalition.</summary>
    public string? PublicKind(PropertyInfo column, object row) => (s_written.Contains(Type.ClrType) ? null : s_public.GetValueOrDefault(column.Name))
        ?? (column.Name == "ThingId" && _thing?.GetValue(row) is string thing && s_public.ContainsValue(thing) ? thing : null);

    /// <summary>Whether the number stays as it is: of entries of the log that count keys and not rows.</summary>
    public bool IsCount(PropertyInfo column, object row) => column.Name == "ThingId" && _thing?.GetValue(row) is "coalition-key";

    /// <summary>Nobody has an account in the new installation yet.</summary>
    public void ForgetAccount(object row) => _account?.SetValue(row, null);
}
