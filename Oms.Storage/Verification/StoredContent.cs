using System.Data.Common;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Storage.Packing;

namespace Oms.Storage.Verification;

/// <summary>Rows and contents of the one state that is checked.</summary>
internal sealed class StoredContent(DbConnection connection, PackReader packs, DamageList found)
{
    internal List<T> Select<T>(string sql, Func<DbDataReader, T> row, params object[] values) => connection.Select(sql, row, values);

    /// <summary>The content of a column; null, with the damage told, where its pack can not give it.</summary>
    internal byte[]? Unpack(byte[] stored, DamageKind kind, string subject)
    {
        try
        {
            return packs.Read(stored, connection);
        }
        catch (StoreException e)
        {
            found.Add(kind, subject, e.Message);
            return null;
        }
    }

    /// <summary>A record of a column; default, with the damage told, where it can not be read.</summary>
    internal T? Read<T>(byte[] stored, DamageKind kind, string subject)
    {
        if (Unpack(stored, kind, subject) is not { } bytes)
            return default;
        try
        {
            return CanonicalJson.Read<T>(bytes);
        }
        catch (JsonException e)
        {
            found.Add(kind, subject, $"its record can not be read: {e.Message}");
            return default;
        }
    }
}
