using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

/// <summary>A store with two coalitions and people in each role. Coalition 1 is "north", 2 is "south"; a person's account has their membership's number.</summary>
internal sealed class TwoCoalitions(TestStore test) : IAsyncDisposable
{
    public const long Secretary = 11;
    public const long Author = 12;
    public const long Reader = 13;
    public const long Observer = 14;
    public const long Guest = 15;
    public const long Invited = 16;
    public const long Southerner = 21;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Store Store => test.Store;

    public static async Task<TwoCoalitions> CreateAsync(Provider provider)
    {
        var two = new TwoCoalitions(await TestStores.CreateAsync(provider));
        await using var db = two.Store.Open();
        db.Coalitions.AddRange(CoalitionOf(1, "north"), CoalitionOf(2, "south"));
        await db.SaveChangesAsync(Cancel);
        db.Memberships.AddRange(
            Place(Secretary, 1, CoalitionRole.Secretariat, reprisals: true), Place(Author, 1, CoalitionRole.Contributor), Place(Reader, 1, CoalitionRole.Observer),
            Place(Observer, 1, CoalitionRole.Observer), Place(Guest, 1, CoalitionRole.Guest), Place(Invited, 1, CoalitionRole.Editor, accepted: false), Place(Southerner, 2, CoalitionRole.Secretariat, reprisals: true));
        await db.SaveChangesAsync(Cancel);
        return two;
    }

    /// <summary>A context that sees as this person does.</summary>
    public async Task<OpenUprDb> AsAsync(long person) => Store.Open(await AccessAsync(person));

    public async Task<CoalitionAccess> AccessAsync(long person) =>
        await CoalitionAccess.FindAsync(Store, person, person < 20 ? "north" : "south", Cancel) ?? throw new InvalidOperationException("The person has no place.");

    /// <summary>Adds rows as the program itself.</summary>
    public async Task AddAsync(long coalition, params object[] rows)
    {
        await using var db = Store.Open(await CoalitionAccess.ForUpkeepAsync(Store, coalition, Cancel));
        db.AddRange(rows);
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>A row of every private table in each coalition: row 1 in the first, row 2 in the second. Where a row names a person, it is one of its coalition who may see it.</summary>
    public async Task FillAsync()
    {
        foreach (var coalition in new[] { 1L, 2L })
        {
            await AddAsync(coalition, [.. PrivateTypes(Store).Select(t => RowOf(t, coalition))]);
        }
    }

    public static IReadOnlyList<IEntityType> PrivateTypes(Store store)
    {
        using var db = store.Open();
        return [.. db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IPrivateRow)))];
    }

    public async ValueTask DisposeAsync() => await test.DisposeAsync();

    /// <summary>A row with the coalition's number as its own and in every reference to another thing.</summary>
    public static object RowOf(IEntityType type, long coalition)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Select(p => p.PropertyInfo!))
        {
            property.SetValue(row, property.PropertyType switch
            {
                _ when property.Name is "MemberId" or "AuthorId" => coalition == 1 ? Secretary : Southerner,
                _ when property.Name is "ClusterId" && property.PropertyType == typeof(long?) => null,
                var t when t == typeof(long) => coalition,
                var t when t == typeof(string) => "something",
                var t when t == typeof(byte[]) => new byte[] { 1, 2, 3 },
                var t when t == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
                var t when t == typeof(DateOnly) => DateOnly.FromDateTime(DateTime.UnixEpoch),
                _ => property.GetValue(row),
            });
        }

        return row;
    }

    private static Coalition CoalitionOf(long id, string slug) => new() { Id = id, Slug = slug, Name = slug, Language = "en" };

    private static Membership Place(long id, long coalition, CoalitionRole role, bool accepted = true, bool reprisals = false) =>
        new() { Id = id, CoalitionId = coalition, AccountId = id, Role = role.Code(), AcceptedTermsId = accepted ? 1 : null, ReadsReprisals = reprisals };
}
