using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenUpr.Storage;

/// <summary>
/// Tells each connection, as a context opens it, who works with it and which coalition it may see (<see cref="PostgresWall"/>). Said anew
/// every time, also when it is "none": what an earlier user of a pooled connection was allowed never stays.
/// </summary>
internal sealed class PostgresGate(string? role) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CommandFor(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CommandFor(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand CommandFor(DbConnection connection, ConnectionEndEventData eventData)
    {
        var db = (OpenUprDb)eventData.Context!;
        var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT set_config('role', {Literal(role ?? "none")}, false),
                set_config('{PostgresWall.Coalition}', '{db.Access?.CoalitionId.ToString(CultureInfo.InvariantCulture)}', false),
                set_config('{PostgresWall.Upkeep}', '{(db.SeesAll ? "on" : string.Empty)}', false)
            """;
        return command;
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
