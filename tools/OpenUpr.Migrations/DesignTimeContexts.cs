using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using OpenUpr.Storage;

namespace OpenUpr.Migrations;

/// <summary>Lets `dotnet ef` build the contexts without a store.</summary>
public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(SqliteDb.Options("design-time.db"));
}

/// <inheritdoc cref="SqliteFactory"/>
public sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(PostgresDb.Options("Host=localhost;Database=design-time"));
}
