using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OpenUpr.Storage;

/// <summary>One table for bulk inserts, as the model describes it.</summary>
public sealed record BulkTable<T>(string Name, IReadOnlyList<BulkTable<T>.Column> Columns)
{
    public sealed record Column(string Name, RelationalTypeMapping Mapping, IPropertyBase Property, Func<T, object?> Get);

    internal static BulkTable<T> From(IModel model)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not part of the store.");
        var columns = entity.GetProperties().Select(property =>
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider;
            return new Column(property.GetColumnName(), mapping, property, row =>
            {
                var value = getter.GetClrValue(row!);
                return value is null || convert is null ? value : convert(value);
            });
        });
        return new BulkTable<T>(entity.GetTableName()!, [.. columns]);
    }
}
