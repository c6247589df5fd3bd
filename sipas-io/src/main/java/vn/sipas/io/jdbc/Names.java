package vn.sipas.io.jdbc;

/** Checks names that the host gives to what it stores. */
final class Names {

    static final int MAX_LENGTH = 200;

    private Names() {}

    /** Oracle takes the empty text for no value, so that a name has at least one character. */
    static String checked(String parameter, String name) {
        if (name.isBlank() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(parameter + " must have 1 to " + MAX_LENGTH
                    + " characters, none of them a control character, had " + name.length());
        }
        return name;
    }
}
