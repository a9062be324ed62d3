using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;

namespace OpenUpr.Storage;

/// <summary>An opened store: its schema is up to date and its world is known. Contexts are cheap and short-lived; take one for each piece of work.</summary>
public sealed class Store
{
    private const string WorldKey = "world";

    private readonly DbContextOptions<SqliteDb>? _sqlite;
    private readonly DbContextOptions<PostgresDb>? _owner;

    private DbContextOptions<PostgresDb>? _postgres;
    private bool _ownsTables = true;

    private Store(StoreLocation location)
    {
        Location = location;
        if (location.PostgresConnection is { } connection)
        {
            _postgres = PostgresDb.Options(connection);
            _owner = location.OwnerConnection is { } owner ? PostgresDb.Options(owner) : _postgres;
        }
        else
        {
            _sqlite = SqliteDb.Options(location.SqlitePath);
        }
    }

    public StoreLocation Location { get; }

    /// <summary>Which States this store is about.</summary>
    public World World { get; private set; }

    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>What the operator should know about the rights with which the database is used; null when all is well.</summary>
    public string? Warning { get; private set; }

    /// <summary>Opens the store, makes it where there is none, and brings its schema up to date.</summary>
    /// <param name="newWorld">The world of a store that does not exist yet; an existing one keeps its own.</param>
    /// <exception cref="StoreException">The folder cannot be written, the database cannot be reached, or a newer version of the program made it.</exception>
    public static async Task<Store> OpenAsync(StoreLocation location, World newWorld = World.UnitedNations, CancellationToken cancel = default)
    {
        var store = new Store(location);
        try
        {
            CreateFolder(location.DataFolder);
            await using (var owner = store.OpenAsOwner(seesAll: false))
            {
                await BringUpToDateAsync(owner, cancel);
                await store.WallOffAsync(owner, cancel);
            }

            await using var db = store.Open();
            store.World = await ReadWorldAsync(db, newWorld, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || StoreException.DatabaseFailure(e) is not null)
        {
            throw new StoreException(store.Explain(StoreException.DatabaseFailure(e) ?? e), e);
        }

        store.Reference = ReferenceData.Load(store.World);
        return store;
    }

    /// <summary>A new context that sees public data; the caller disposes of it.</summary>
    public OpenUprDb Open() => Open(null);

    /// <summary>A new context that also sees what this access opens of one coalition; the caller disposes of it.</summary>
    public OpenUprDb Open(CoalitionAccess? access) => _sqlite is not null ? new SqliteDb(_sqlite) { Access = access } : new PostgresDb(_postgres!) { Access = access };

    /// <summary>A new context that sees every row of every coalition, to copy the store as a whole: backup, restore, nothing else. The caller disposes of it.</summary>
    /// <exception cref="StoreException">The database login may not.</exception>
    internal OpenUprDb OpenWhole() => _ownsTables ? OpenAsOwner(seesAll: true)
        : throw new StoreException("A copy of the whole store needs the login that owns its tables. Set OPENUPR_DATABASE_OWNER to the database's address with that login.");

    /// <summary>
    /// Makes the database forget what was deleted or replaced, as far as it can, outside any transaction. On PostgreSQL a table is vacuumed by its
    /// owner alone: a program that knows only the other login leaves it to the server's own autovacuum.
    /// </summary>
    public async Task WipeAsync(CancellationToken cancel)
    {
        if (_ownsTables)
        {
            await using var owner = OpenAsOwner(seesAll: false);
            await owner.WipeAsync(cancel);
        }
    }

    private OpenUprDb OpenAsOwner(bool seesAll) => _sqlite is not null ? new SqliteDb(_sqlite) { SeesAll = seesAll } : new PostgresDb(_owner!) { SeesAll = seesAll };

    /// <summary>Puts up what the database itself can do against a mistake or a break-in in the program.</summary>
    private async Task WallOffAsync(OpenUprDb owner, CancellationToken cancel)
    {
        if (owner is not PostgresDb postgres)
        {
            await SqliteWall.RaiseAsync(owner, cancel);
            return;
        }

        var appLogin = Location.OwnerConnection is null ? null : new Npgsql.NpgsqlConnectionStringBuilder(Location.PostgresConnection).Username;
        var state = await PostgresWall.RaiseAsync(postgres, appLogin, cancel);
        (_postgres, _ownsTables, Warning) = (PostgresDb.Options(Location.PostgresConnection!, state.Role), state.OwnsTables, state.Warning);
    }

    private static async Task BringUpToDateAsync(OpenUprDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet();
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
        {
            throw new StoreException($"This store was made by a newer version of OpenUPR (schema {newer}). Update the program, or open another store with --data.");
        }

        // Asked first, since migrating takes a lock and a third of a second even when there is nothing to do.
        if (!applied.IsSupersetOf(known))
        {
            await db.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>Makes the folder for its owner alone: what coalitions keep there is nobody else's business on a shared machine.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string Explain(Exception e) => Location.PostgresConnection is null
        ? $"The store in {Location.DataFolder} cannot be opened: {e.Message} Check that the folder exists, that you may write to it and that the disk is not full, or name another with --data."
        : $"The PostgreSQL database cannot be opened: {e.Message} Check the address in --database, that the server runs and that the user may create tables.";

    private static async Task<World> ReadWorldAsync(OpenUprDb db, World newWorld, CancellationToken cancel)
    {
        var setting = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == WorldKey, cancel);
        if (setting is null)
        {
            await using var transaction = await db.BeginWriteAsync(cancel);
            setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == WorldKey, cancel);
            if (setting is null)
            {
                setting = new Setting { Key = WorldKey, Value = newWorld == World.Demo ? "demo" : "un" };
                db.Settings.Add(setting);
                await db.SaveChangesAsync(cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        return setting.Value == "demo" ? World.Demo : World.UnitedNations;
    }
}
