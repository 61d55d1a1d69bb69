using Oms.Engine.Types;

namespace Oms.Engine.Configuration;

/// <summary>Says which object type a value of an interface or union has (spec 6.4.3, ResolveAbstractType).</summary>
/// <param name="abstractType">The interface or union.</param>
/// <param name="value">The value, not null.</param>
/// <returns>The object type's name; null when the value's CLR type shall decide.</returns>
public delegate string? AbstractTypeResolver(NamedType abstractType, object value);
