namespace Oms.Engine.Types;

/// <summary>Comparisons between types.</summary>
public static class TypeComparison
{
    /// <summary>Whether every value of one output type is a value of another (spec 3.6, IsValidImplementationFieldType).</summary>
    /// <param name="type">The type that may be the narrower one.</param>
    /// <param name="expected">The type expected.</param>
    public static bool IsSubtype(IType type, IType expected)
    {
        // Types are as deep as the parser allows type references to be.
        while (true)
        {
            if (type.IsSameAs(expected))
                return true;
            if (expected is NonNullType expectedNonNull)
            {
                if (type is not NonNullType nonNull)
                    return false;
                (type, expected) = (nonNull.Type, expectedNonNull.Type);
            }
            else if (type is NonNullType nonNull)
            {
                type = nonNull.Type;
            }
            else if (expected is ListType expectedList && type is ListType list)
            {
                (type, expected) = (list.ItemType, expectedList.ItemType);
            }
            else
            {
                return IsNamedSubtype(type as NamedType, expected as NamedType);
            }
        }
    }

    private static bool IsNamedSubtype(NamedType? type, NamedType? expected) => (type, expected) switch
    {
        (ComplexType complex, InterfaceType implemented) => complex.Implements(implemented),
        (ObjectType member, UnionType union) => union.IsPossibleType(member),
        _ => false,
    };
}
